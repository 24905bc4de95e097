/// How the page looks: on a wide screen, a phone, in the dark, on paper.
enum ReportStyle {
  static let text = """
    :root { --paper: #fff; --ink: #1a1d21; --muted: #565c64; --rule: #c9ced4; --bed: #f3f5f7;
      --link: #175a8c; --notice: #8a1c12; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14171a; --ink: #eceff2; --muted: #a9b1ba; --rule: #454c54; --bed: #1e2327;
        --link: #8cc3f0; --notice: #ff9c8f; }
      .s-paper { stroke: #14171a; } .paper { fill: #14171a; }
      .t0, .t5, .t8, .t11, .r0, .h6, .d-good0, .d-bad0, .plain { stroke: #a9b1ba; stroke-width: .8; }
    }
    * { box-sizing: border-box; }
    html { font: 17px/1.5 Arial, Helvetica, "Liberation Sans", sans-serif; color: var(--ink);
      background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem 3rem; overflow-wrap: break-word; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
    h2 { font-size: 1.55rem; line-height: 1.25; margin: 3rem 0 1rem; padding-top: .75rem;
      border-top: 3px solid var(--ink); }
    h3 { font-size: 1.25rem; line-height: 1.3; margin: 2.2rem 0 .6rem; }
    h4 { font-size: 1.05rem; margin: 2rem 0 .5rem; color: var(--muted); }
    h5 { font-size: 1rem; margin: 1.8rem 0 .4rem; }
    header { padding-top: 2rem; }
    .kind { margin: 0; color: var(--muted); }
    .notice { font-weight: 700; color: var(--notice); }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, [tabindex]:focus-visible, select:focus-visible, button:focus-visible,
    summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
    nav h2 { border: 0; margin: 1rem 0 .5rem; padding: 0; font-size: 1.1rem; }
    nav ol { columns: 2 18rem; padding-left: 1.4rem; margin: 0; }
    nav > ol > li { break-inside: avoid; margin-bottom: .4rem; }
    nav ul { list-style: none; padding-left: .8rem; margin: .1rem 0 .5rem; font-size: .93rem; }
    form { margin: 1.5rem 0; }
    fieldset { border: 1px solid var(--rule); border-radius: 4px; padding: .5rem 1rem .8rem;
      display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: end; }
    legend { font-weight: 700; padding: 0 .4rem; }
    label { display: grid; font-size: .9rem; }
    select, button { font: inherit; font-size: 1rem; color: inherit; background: var(--paper);
      border: 1px solid var(--muted); border-radius: 3px; padding: .35rem .6rem; max-width: 100%; }
    .help { flex-basis: 100%; margin: 0; font-size: .85rem; color: var(--muted); }
    .help:empty { display: none; }
    figure { margin: 1rem 0; break-inside: avoid; }
    figure svg { max-width: 100%; height: auto; display: block; }
    .narrow { display: none; }
    figcaption ul { margin: .2rem 0 0; padding-left: 1.2rem; }
    figcaption { font-size: .92rem; margin-top: .6rem; }
    figcaption p { margin: .15rem 0 0; font-size: .92rem; } figcaption div + p { margin-top: .5rem; }
    .measure, .head, .notes { color: var(--muted); font-size: .88rem; margin: .2rem 0 .6rem; }
    .head, .notes { list-style: none; padding: 0; }
    .notes li { margin: .15rem 0; }
    .scroll { overflow-x: auto; margin: .6rem 0; }
    table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-size: .85rem; color: var(--muted); padding: .2rem 0; }
    th, td { padding: .28rem .55rem; text-align: right; white-space: nowrap; vertical-align: baseline;
      border-bottom: 1px solid var(--rule); }
    th:first-child { text-align: left; }
    tbody th { font-weight: 400; white-space: normal; min-width: 9rem; max-width: 20rem; }
    thead th { white-space: normal; vertical-align: bottom; border-bottom: 2px solid var(--ink); }
    thead th[colspan] { text-align: left; border-bottom: 1px solid var(--rule); }
    thead th[rowspan] { border-bottom: 2px solid var(--ink); }
    .g:not(:nth-child(2)) { border-left: 1px solid var(--rule); }
    thead tr + tr .g:first-child { border-left: 0; text-align: right; }
    .base td, .base th { color: var(--muted); font-style: italic; }
    .net th, .net td { font-weight: 700; }
    .part th { font-weight: 700; padding-top: .8rem; }
    details { margin: .4rem 0; }
    summary { cursor: pointer; color: var(--link); font-size: .92rem; padding: .2rem 0; }
    .sheet { background: var(--bed); border-radius: 4px; padding: .2rem 1.2rem 1rem; margin: 1rem 0; }
    .sheet h3 { margin-top: 1rem; } .sheet h4 { margin: 1rem 0 .3rem; }
    .sheet ul { margin: 0; padding-left: 1.2rem; font-size: .93rem; }
    dl { margin: 0; }
    dl div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; margin: .25rem 0; }
    dt { color: var(--muted); } dd { margin: 0; }
    .terms dt { color: inherit; font-weight: 700; }
    .ink { fill: var(--ink); } .muted { fill: var(--muted); }
    .s-ink { stroke: var(--ink); } .s-rule { stroke: var(--rule); }
    footer { margin-top: 3rem; border-top: 1px solid var(--rule); }
    [hidden] { display: none !important; }
    @media (max-width: 47.9rem) {
      html { font-size: 16px; }
      body { padding: 0 1rem 2rem; }
      .wide { display: none; } .narrow { display: block; overflow-x: auto; }
      .narrow svg { max-width: none; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.35rem; }
      dl div { grid-template-columns: 1fr; }
      .sheet { padding: .2rem .9rem 1rem; }
      tbody th { min-width: 8rem; }
    }
    @media print {
      @page { size: A4; margin: 16mm 14mm; }
      :root { --paper: #fff; --ink: #000; --muted: #444; --rule: #bbb; --bed: #fff; --link: #000;
        --notice: #000; }
      html { font-size: 10.5pt; }
      body { max-width: none; padding: 0; }
      form, .skip, .narrow, footer a, summary { display: none !important; }
      .wide { display: block !important; }
      nav a, .sheet a { text-decoration: none; }
      h2 { break-before: page; } nav h2, .sheet h2 { break-before: auto; }
      h2, h3, h4, h5 { break-after: avoid; }
      tr, .sheet, figure { break-inside: avoid; }
      .sheet { border: 1px solid var(--rule); }
      .scroll { overflow: visible; }
      table { font-size: 7.5pt; } th, td { padding: .12rem .25rem; }
      tbody th { min-width: 0; }
    }

    """
}
