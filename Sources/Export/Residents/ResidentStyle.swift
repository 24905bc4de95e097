/// How a page for residents looks: large letters, one sheet of paper.
enum ResidentStyle {
  static let text = """
    :root { --paper: #fff; --ink: #1a1d21; --muted: #4a5058; --rule: #c9ced4; --bed: #eef1f4; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14171a; --ink: #eceff2; --muted: #b5bcc4; --rule: #454c54; --bed: #2a3036; }
      .bar i { outline: 1px solid #a9b1ba; }
    }
    * { box-sizing: border-box; }
    html { font: 19px/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; color: var(--ink);
      background: var(--paper); }
    body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.2rem 2rem; overflow-wrap: break-word; }
    h1 { font-size: 2.1rem; line-height: 1.15; margin: .3rem 0 1rem; }
    h1 span { font-size: 1.5rem; }
    h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.4rem 0 .4rem; }
    p { margin: .4rem 0; } .of { color: var(--muted); }
    .sources { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
    .ask { font-weight: 700; }
    ol, ul { margin: .3rem 0; padding-left: 1.6rem; }
    li { margin: .35rem 0; }
    li > span { display: block; }
    .bar { background: var(--bed); height: .55rem; border-radius: .3rem; overflow: hidden;
      margin: .15rem 0; }
    .bar i { display: block; height: 100%; }
    .scale, .town { border-top: 1px solid var(--rule); margin-top: 1rem; }
    footer { border-top: 1px solid var(--rule); margin-top: 1.2rem; padding-top: .5rem; }
    .thanks { font-weight: 700; }
    @media print {
      @page { size: A4; margin: 14mm 15mm; }
      :root { --paper: #fff; --ink: #000; --muted: #333; --rule: #999; --bed: #e8e8e8; }
      html { font-size: 10.5pt; line-height: 1.3; }
      h1 { margin: .2rem 0 .5rem; } header p { margin: .2rem 0; }
      .sources { grid-template-columns: repeat(auto-fit, minmax(4.9cm, 1fr)); gap: 0 .7cm; }
      body { max-width: none; padding: 0; }
      .bar, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h2 { margin-top: .7rem; } li { margin: .2rem 0; } section, li { break-inside: avoid; }
      .scale, .town { margin-top: .6rem; } footer { margin-top: .7rem; }
    }

    """
}
