#include "suites.h"
void behaviour(void) {}
