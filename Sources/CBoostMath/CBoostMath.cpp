#include "CBoostMath.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace {

namespace bm = boost::math;
using namespace bm::policies;

// Errors become values: NaN outside the domain, infinity on overflow, the best value found otherwise.
using Quiet = policy<domain_error<ignore_error>, pole_error<ignore_error>,
                     overflow_error<ignore_error>, underflow_error<ignore_error>,
                     denorm_error<ignore_error>, rounding_error<ignore_error>,
                     evaluation_error<ignore_error>, indeterminate_result_error<ignore_error>,
                     discrete_quantile<real>>;

using Normal = bm::normal_distribution<double, Quiet>;
using Student = bm::students_t_distribution<double, Quiet>;
using ChiSquared = bm::chi_squared_distribution<double, Quiet>;
using Fisher = bm::fisher_f_distribution<double, Quiet>;
using Beta = bm::beta_distribution<double, Quiet>;
using Binomial = bm::binomial_distribution<double, Quiet>;
using Hypergeometric = bm::hypergeometric_distribution<double, Quiet>;

// Runs `body`; whatever it throws becomes NaN.
template <typename Body> double guarded(Body body) noexcept {
  try {
    return body();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

} // namespace

double cbm_normal_lower(double x) noexcept {
  return guarded([=] { return bm::cdf(Normal(), x); });
}
double cbm_normal_upper(double x) noexcept {
  return guarded([=] { return bm::cdf(bm::complement(Normal(), x)); });
}
double cbm_normal_quantile(double lower) noexcept {
  return guarded([=] { return bm::quantile(Normal(), lower); });
}
double cbm_normal_upper_quantile(double upper) noexcept {
  return guarded([=] { return bm::quantile(bm::complement(Normal(), upper)); });
}

double cbm_student_lower(double x, double df) noexcept {
  return guarded([=] { return bm::cdf(Student(df), x); });
}
double cbm_student_upper(double x, double df) noexcept {
  return guarded([=] { return bm::cdf(bm::complement(Student(df), x)); });
}
double cbm_student_upper_quantile(double upper, double df) noexcept {
  return guarded([=] { return bm::quantile(bm::complement(Student(df), upper)); });
}

double cbm_chi_squared_lower(double x, double df) noexcept {
  return guarded([=] { return bm::cdf(ChiSquared(df), x); });
}
double cbm_chi_squared_upper(double x, double df) noexcept {
  return guarded([=] { return bm::cdf(bm::complement(ChiSquared(df), x)); });
}
double cbm_chi_squared_upper_quantile(double upper, double df) noexcept {
  return guarded([=] { return bm::quantile(bm::complement(ChiSquared(df), upper)); });
}

double cbm_fisher_lower(double x, double df1, double df2) noexcept {
  return guarded([=] { return bm::cdf(Fisher(df1, df2), x); });
}
double cbm_fisher_upper(double x, double df1, double df2) noexcept {
  return guarded([=] { return bm::cdf(bm::complement(Fisher(df1, df2), x)); });
}
double cbm_fisher_upper_quantile(double upper, double df1, double df2) noexcept {
  return guarded([=] { return bm::quantile(bm::complement(Fisher(df1, df2), upper)); });
}

double cbm_beta_lower(double x, double a, double b) noexcept {
  return guarded([=] { return bm::cdf(Beta(a, b), x); });
}
double cbm_beta_upper(double x, double a, double b) noexcept {
  return guarded([=] { return bm::cdf(bm::complement(Beta(a, b), x)); });
}
double cbm_beta_quantile(double lower, double a, double b) noexcept {
  return guarded([=] { return bm::quantile(Beta(a, b), lower); });
}
double cbm_beta_upper_quantile(double upper, double a, double b) noexcept {
  return guarded([=] { return bm::quantile(bm::complement(Beta(a, b), upper)); });
}

double cbm_binomial_lower(double k, double n, double p) noexcept {
  return guarded([=] { return bm::cdf(Binomial(n, p), k); });
}
double cbm_binomial_upper(double k, double n, double p) noexcept {
  return guarded([=] { return bm::cdf(bm::complement(Binomial(n, p), k)); });
}

double cbm_hypergeometric_mass(unsigned k, unsigned marked, unsigned n,
                               unsigned population) noexcept {
  return guarded([=] { return bm::pdf(Hypergeometric(marked, n, population), k); });
}

double cbm_log_gamma(double x) noexcept {
  return guarded([=] { return bm::lgamma(x, Quiet()); });
}

double cbm_stirling_error(double n) noexcept {
  return guarded([=]() -> double {
    if (n > 16) { // The series of Stirling; its sixth term is below 1e-16 from here on.
      const long double s = 1 / static_cast<long double>(n), q = s * s;
      return static_cast<double>(
          s * (1 / 12.0L -
               q * (1 / 360.0L -
                    q * (1 / 1260.0L - q * (1 / 1680.0L - q * (1 / 1188.0L - q * 691 / 360360.0L))))));
    }
    const long double x = n, half_log_two_pi = 0.918938533204672741780329736405617639L;
    return static_cast<double>(bm::lgamma(x + 1, Quiet()) - (x + 0.5L) * std::log(x) + x -
                               half_log_two_pi);
  });
}
