#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

// Distribution functions of Boost.Math behind a C interface. The C++ file holds them.

#endif
