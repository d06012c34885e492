#!/bin/sh
# usage: run.sh static|shared SOURCE BUILD WORK
# Links BUILD's objects to a library, installs it into WORK/prefix, builds main.cpp against it twice, by find_package and by pkg-config, and runs both.
set -eu
kind=$1 source=$2 build=$3 work=$4
[ "$kind" = shared ] && shared=ON || shared=OFF
prefix=$work/prefix
rm -rf "$work"
mkdir -p "$work"

cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DBUILD_SHARED_LIBS=$shared \
  -DGONGWEN_OBJECTS_FROM="$build" -DGONGWEN_BUILD_CLI=OFF -DGONGWEN_BUILD_TESTS=OFF -DCMAKE_INSTALL_PREFIX="$prefix" >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/build" >>"$work/log" || { cat "$work/log"; exit 1; }
cmake --install "$work/build" >>"$work/log"

# The prefix is moved first: nothing in it may know where it was made.
mv "$prefix" "$work/elsewhere"
prefix=$work/elsewhere
libdir=$(dirname "$(find "$prefix" -name 'libgongwen.*' | head -n 1)")

cmake -S "$source/tests/consumer" -B "$work/consumer" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >>"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/consumer" >>"$work/log" || { cat "$work/log"; exit 1; }
"$work/consumer/consumer"

export PKG_CONFIG_PATH="$libdir/pkgconfig"
# shellcheck disable=SC2046
${CXX:-c++} -std=c++20 "$source/tests/consumer/main.cpp" -o "$work/by-pkg-config" \
  $(pkg-config --cflags --libs gongwen)
LD_LIBRARY_PATH="$libdir" "$work/by-pkg-config"

if [ "$kind" = shared ]; then   # what is not public is not shown
  shown=$(nm -D --defined-only -C "$libdir/libgongwen.so" | grep ' T gongwen::' || true)
  if printf '%s\n' "$shown" | grep -E 'gongwen::(text|\(anonymous)'; then
    echo "the shared library shows its inside"
    exit 1
  fi
  printf '%s\n' "$shown" | grep -q 'gongwen::parse'
fi
