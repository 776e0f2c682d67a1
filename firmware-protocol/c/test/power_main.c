/* All power cuts; make test plays a part of them. */
#include "check.h"
#include "suites.h"

int main(void)
{
    power(true);
    return check_failed == 0 ? 0 : 1;
}
