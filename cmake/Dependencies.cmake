# What the library is built from. None of it shows in a public header; a static library's users still link it, so
# gongwenConfig.cmake.in and gongwen.pc.in name the same.
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(pugixml REQUIRED)
# By pkg-config: libzip's own package asks for the zip tools on Debian 12, the others have none everywhere.
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
set(gongwen_dependencies ICU::i18n ICU::uc pugixml::pugixml PkgConfig::libzip PkgConfig::libdeflate PkgConfig::nettle)
