/// Every key of `surveys/README.md`, used well.
let goodQuestionnaire = """
  title: { fr: Enquête en ligne, en: Online survey }
  weight: Poids
  exclude:
    - { column: Consentement, values: [Non, ""], reason: { fr: Sans accord, en: No consent } }
    - column: Test
      values: oui
      reason: Essai du formulaire
  questions:
    - id: informed
      text: Connaissez-vous le conseil citoyen ?
      type: single
      options: { "yes": oui, "no": Non, dk: { label: NSP, missing: does-not-know } }
    - id: channel
      text: "Par quel biais ?"
      label: { fr: Canal, en: Channel }
      type: multiple
      asked-if: { informed: yes }
      layout: cell
      separator: ", "
      limit: 2
      options:
        flyer: { label: { fr: Tract, en: Flyer }, also: [A1, prospectus] }
        web: { fr: Internet, en: Web }
        none: { label: Aucun, exclusive: true }
      other: true
      blank: not-ticked
    - id: insecurity
      text: "Sentiment d'insécurité véhiculé par :"
      wording: reconstructed
      type: multiple
      layout: columns
      ticked: [Oui, X]
      not-ticked: Non
      options:
        noise: { label: "Tapage nocturne (musique, etc.)", theme: tranquillity, column: "Q5[1]" }
        incivility: { label: Incivilité, theme: tranquillity, column: "Q5[2]" }
    - id: three-needs
      text: Trois besoins
      type: multiple
      layout: mentions
      columns: [B1, B2, B3]
      options: { jobs: Emploi, parks: Parcs }
    - id: opinion
      text: Que pensez-vous du quartier ?
      type: scale
      options:
        a: Bien
        b: Plutôt bien
        c: Plutôt mal
        d: Mal
        e: { label: Sans opinion, missing: does-not-know }
      best: a
    - id: safety
      text: De 1 à 10 ?
      type: scale
      range: 1..10
      best: 10
      box: 3
      missing: { "99": refused, N/A: not-displayed }
    - { id: age, text: Votre âge, type: number, blank: not-displayed }
    - { id: "on", text: Le, type: date, order: day-first, column: Horodateur }
    - id: order
      text: Classez
      type: ranking
      layout: ranks
      depth: 2
      points: [2, 1]
      columns: [R1, R2]
      options: { x: Un, y: Deux, z: Trois }
    - id: order.2
      text: Notez
      type: ranking
      layout: items
      columns: [I1, I2]
      options: { x: Un, y: Deux }
    - { id: words, text: Autre chose ?, type: open, asked-if: { channel: [web, other], safety: [1, 2] } }
    - { id: where, text: Votre quartier, type: quartier }
    - { id: phone, type: personal-data, column: Téléphone }
    - { id: seed_1, text: Grain, type: ignored }
  """
