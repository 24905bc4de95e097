#include "step.h"

TEMPLATE bool mark(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                   cscan_marks *out, sorting *kinds_of, pairing *parity_of) {
  const uint64_t known = count >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << count) - 1;
  kinds k = kinds_of(bytes, delimiter);
  k.quotes &= known;
  k.separators &= known;
  k.feeds &= known;
  k.returns &= known;
  const step s = step_of(k, parity_of(k.quotes), known, carry);
  if (s.misplaced) return false;
  out->lineEnds = k.returns | (k.feeds & ~next(k.returns, carry->returns));
  out->recordEnds = out->lineEnds & ~s.carry.inside;
  out->ends = (k.separators & ~s.carry.inside) | out->recordEnds;
  out->doubled = s.opening & next(k.quotes, carry->quotes);
  *carry = s.carry;
  return true;
}

bool cscan_mark_portable(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                         cscan_marks *out) {
  return mark(bytes, count, delimiter, carry, out, kinds_portable, parity_portable);
}

#ifdef CSCAN_X86
CSCAN_TARGET bool cscan_mark_avx2(const uint8_t *bytes, size_t count, uint8_t delimiter,
                                  cscan_carry *carry, cscan_marks *out) {
  return mark(bytes, count, delimiter, carry, out, kinds_avx2, parity_avx2);
}
#endif

bool cscan_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, cscan_carry *carry,
                cscan_marks *out) {
#ifdef CSCAN_X86
  if (cscan_has_avx2()) return cscan_mark_avx2(bytes, count, delimiter, carry, out);
#endif
  return cscan_mark_portable(bytes, count, delimiter, carry, out);
}
