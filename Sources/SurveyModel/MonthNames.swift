/// The months as they are written out, January first.
public let monthNames: [Bilingual] = zip(
  [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ],
  [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
).map { Bilingual(fr: $0, en: $1) }
