#pragma once

/// Marks what a shared library shows; everything else in it is hidden.
#if defined(__GNUC__)
#define GONGWEN_API __attribute__((visibility("default")))
#else
#define GONGWEN_API
#endif
