# What the command line alone is built from: the library, and whoever uses it, needs none of it.
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
set(gongwen_cli_dependencies CLI11::CLI11 Threads::Threads nlohmann_json::nlohmann_json PkgConfig::xlsxwriter PkgConfig::sqlite3)
