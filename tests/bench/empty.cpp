// What starting a C++ program costs: the floor of every process.
#include <iostream>

int main() { std::cout << std::flush; }
