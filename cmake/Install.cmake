# cmake --install: library, headers, command line, find_package(gongwen) and pkg-config.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS gongwen EXPORT gongwen)
install(DIRECTORY include/gongwen DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
if(GONGWEN_BUILD_CLI)
  install(TARGETS gongwen-cli)
endif()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/gongwen)
install(EXPORT gongwen NAMESPACE gongwen:: FILE gongwenTargets.cmake DESTINATION ${package_dir})
configure_package_config_file(cmake/gongwenConfig.cmake.in generated/gongwenConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(generated/gongwenConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/generated/gongwenConfig.cmake ${PROJECT_BINARY_DIR}/generated/gongwenConfigVersion.cmake
  DESTINATION ${package_dir})

# Users of a static library link what it is built from as well, whether or not they say --static.
set(pc_requires "icu-i18n icu-uc pugixml libzip libdeflate nettle")
if(BUILD_SHARED_LIBS)
  set(pc_requires_line "Requires.private: ${pc_requires}")
else()
  set(pc_requires_line "Requires: ${pc_requires}")
endif()
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/gongwen.pc.in generated/gongwen.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/generated/gongwen.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
