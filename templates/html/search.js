// The script of the page of the search. It asks for no address outside the site's folder, and for none inside but the
// parts of the index, which it loads as classic scripts, because a page that is opened from a folder may not
// fetch. src/render/html/search/ writes the index. The words that readers see come from the page or from its part `core`.
"use strict";

// ---- Parts of the index, loaded once each ----

const camnang = (() => {
  const { src, dataset } = document.currentScript;
  const folder = new URL(dataset.index, src);
  const parts = new Map();

  /** The text of a part of the index, as a promise. */
  function load(name) {
    if (!parts.has(name)) {
      const part = {};
      part.promise = new Promise((resolve, reject) => {
        part.resolve = resolve;
        const script = document.createElement("script");
        script.src = new URL(`${name}.js`, folder).href;
        script.onerror = () => {
          parts.delete(name);
          reject(new Error(script.src));
        };
        document.head.append(script);
      });
      parts.set(name, part);
    }
    return parts.get(name).promise;
  }

  return { load, part: (name, data) => parts.get(name)?.resolve(data) };
})();

// ---- Text as the index sees it (src/render/html/search/words.rs does the same) ----

const LETTERS = /[\p{Alphabetic}\p{N}\u0300-\u036f]+/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const JOINING = [" ", "\u00a0", "/", "-", ":", "."];

function syllable(letters) {
  const decomposed = letters.normalize("NFD").toLowerCase();
  const toneless = decomposed.replace(TONES, "");
  const bare = toneless.replace(MARKS, "").replaceAll("đ", "d");
  return {
    folded: bare.replace(/^([hklmst]|qu)y$/, "$1i"),
    exact: toneless.normalize("NFC") + (decomposed.match(TONES) ?? []).join(""),
    marked: bare !== decomposed,
  };
}

/** The syllables of a text, each with where it stands and what lies before it. */
function cut(text) {
  let end = 0;
  return Array.from(text.matchAll(LETTERS), (match, index) => {
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    const follows = index > 0 && JOINING.includes(gap);
    return { ...syllable(match[0]), letters: match[0], start: match.index, end, gap, follows };
  });
}

const folded = text => cut(text).map(it => it.folded).join(" ");

// ---- The index ----

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUES = new Map(Array.from(SIGNS, (sign, value) => [sign, value]));

/** Reads numbers and single signs from a list of the index. */
class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }
  get done() {
    return this.at >= this.text.length;
  }
  sign() {
    return VALUES.get(this.text[this.at++]) ?? 0;
  }
  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 32) {
      const sign = this.sign();
      if (sign < 32) return value + sign * unit;
      value += (sign - 32) * unit;
    }
  }
  numbers() {
    return Array.from({ length: this.number() }, () => this.number());
  }
}

let opened;

/** What every query needs, as a promise. */
function open() {
  opened ??= camnang.load("core").then(core => {
    const reader = new Reader(core.entries);
    const entries = [];
    while (!reader.done) {
      const kind = core.kinds[reader.number()];
      entries.push({ kind, status: core.statuses[reader.number() - 1], topics: reader.numbers(), audiences: reader.numbers() });
    }
    const table = pairs => new Map(pairs.map(([word, key]) => [folded(word), key]));
    const syllables = core.syllables.split(" ");
    return {
      ...core,
      entries,
      syllables,
      known: new Set(syllables),
      light: new Set(core.light),
      groups: new Map(core.groups.flatMap(grouped)),
      names: core.names.map(name => ({ name, syllables: cut(name) })),
      answers: new Map(core.answers),
      units: table(core.units),
      types: table(core.types),
      ordinals: core.ordinals.map(folded),
    };
  });
  return opened;
}

/** Each word of a group, with the others that mean the same. */
function grouped(group) {
  const words = group.map(cut);
  return words.map((word, at) => [word.map(it => it.folded).join(" "), { word, others: words.filter((_, other) => other !== at) }]);
}

/** The last of the sorted `starts` that does not lie after `value`. */
function partOf(starts, value) {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The spellings of a term, each with `[entry, weight]` of every entry that has it; weights up to 1. */
async function spellings(core, term) {
  const part = await camnang.load(`terms-${partOf(core.terms, term.split(" ")[0])}`);
  const start = part.startsWith(`${term}|`) ? 0 : part.indexOf(`\n${term}|`) + 1;
  if (start === 0 && !part.startsWith(`${term}|`)) return [];
  const [, ...lists] = part.slice(start, part.indexOf("\n", start)).split("|");
  return lists.map(list => {
    const [exact, signs] = list.split(":");
    const reader = new Reader(signs);
    const found = [];
    for (let entry = 0; !reader.done; ) {
      entry += reader.number();
      found.push([entry, (reader.sign() / 63) ** 2]);
    }
    return { exact: exact || term, found };
  });
}

// ---- Citations in a query: keys that the index has for every excerpt and instrument (src/view/keys.rs) ----

const YEAR = /^(19|20)\d\d$/;
const ROMAN = /^[ivxlc]{1,6}$/;

/** `nđ72` as a type and a number. */
function parted(core, it) {
  const [, type, number] = /^([a-z]+)(\d{1,6}[a-z]?)$/.exec(it.folded) ?? [];
  if (!core.types.has(type) || type.length < 2) return [it];
  const first = it.letters.slice(0, -number.length);
  return [{ ...it, ...syllable(first), letters: first }, { ...it, ...syllable(number), letters: number, gap: "", follows: true }];
}

class Citations {
  constructor(core, syllables) {
    const all = syllables.flatMap(it => parted(core, it));
    Object.assign(this, { core, all, marked: all.some(it => it.marked) });
    /** Each group holds keys of which an entry must have one. */
    this.groups = [];
    this.rest = [];
    /** For each group of an instrument, the key of what cites it. */
    this.citing = new Map();
    this.units = false;
    for (let at = 0; at < all.length; ) {
      const next = this.unit(at) ?? this.type(at) ?? this.document(at);
      if (next === undefined) this.rest.push(all[at]);
      at = next ?? at + 1;
    }
    const [last] = all.slice(-1);
    const counted = all.length === 1 || (all.length === 2 && this.is(0, "so"));
    if (counted && /^\d+$/.test(last.folded)) {
      this.groups = [[`stt-${+last.folded}`, `so-${+last.folded}`]];
      this.rest = [];
    }
    // A place is in the instrument itself: `Điều 18 Nghị định 72` is not Điều 18 of one that cites it.
    this.wider = this.units ? this.groups : this.groups.map(group => [...group, ...(this.citing.get(group) ?? [])]);
  }

  word(at) {
    return this.all[at]?.folded ?? "";
  }
  is(at, ...words) {
    return words.includes(this.word(at));
  }
  gap(at) {
    return this.all[at]?.gap ?? "";
  }

  /** The longest entry of a table that is here: its key and the place after it. */
  phrase(table, at) {
    for (let length = 4; length > 0; length--) {
      const key = table.get(this.all.slice(at, at + length).map(it => it.folded).join(" "));
      if (key && at + length <= this.all.length) return { key, next: at + length };
    }
    return undefined;
  }

  /** `khoản 3`, `điểm đ`, `Phụ lục I`, `mục 1.11`, `đoạn thứ hai`, `k3`, `đ.18`. */
  unit(at) {
    const glued = /^(k|d)(\d+[a-z]?)$/.exec(this.word(at));
    if (glued) {
      this.groups.push([`${glued[1] === "k" ? "khoan" : "dieu"}-${glued[2]}`]);
      this.units = true;
      return at + 1;
    }
    const short = this.is(at, "k", "d") && { key: this.is(at, "k") ? "khoan" : "dieu", next: at + 1 };
    const found = this.phrase(this.core.units, at) ?? short;
    if (!found) return undefined;
    if (found === short && this.is(at, "d") && /^[a-z]$/.test(this.word(at + 1))) found.key = "diem";
    const kind = found.key;
    const first = this.is(found.next, "so") ? found.next + 1 : found.next;
    let label = this.label(kind, first);
    if (!label) return undefined;
    const keys = [...label.keys];
    // `khoản 1, 2 và 3`
    for (;;) {
      const comma = /^\s*[,;]\s*$/.test(this.gap(label.next));
      const and = this.is(label.next, "va", "hoac");
      const another = (comma || and) && this.label(kind, label.next + (and ? 1 : 0));
      if (!another) break;
      keys.push(...another.keys);
      label = another;
    }
    this.groups.push(keys);
    this.units = true;
    return label.next;
  }

  label(kind, at) {
    const word = this.word(at);
    const ordinal = this.is(at, "thu") ? this.core.ordinals.indexOf(this.word(at + 1)) + 1 : 0;
    if (ordinal > 0) return { keys: [`${kind}-${ordinal}`], next: at + 2 };
    if (/^\d{1,4}([a-z]|dd)?\d?$/.test(word)) {
      const numbers = [word.replace(/^0+(?=\d)/, "")];
      let next = at + 1;
      while (this.gap(next) === "." && /^\d+$/.test(this.word(next))) numbers.push(this.word(next++));
      return { keys: [`${kind}-${numbers.join("-")}`], next };
    }
    const annexed = ["chuong", "phan", "muc", "phu-luc", "danh-muc", "bieu", "mau"].includes(kind);
    if (annexed && ROMAN.test(word)) return { keys: [`${kind}-${word}`], next: at + 1 };
    const letter = /^[a-z]\d{0,2}$/.test(word) && (annexed || kind === "diem" || kind === "tiet");
    if (!letter) return undefined;
    const dd = `${kind}-d${word}`;
    if (this.all[at].exact.startsWith("đ")) return { keys: [dd], next: at + 1 };
    // Without marks, d may be đ.
    const plain = `${kind}-${word}`;
    return { keys: word[0] === "d" && !this.marked ? [plain, dd] : [plain], next: at + 1 };
  }

  /** `nghị định 72`, `nđ số 72/2013`, `QCVN 89:2015/BTTTT`. */
  type(at) {
    const found = this.phrase(this.core.types, at);
    if (!found) return undefined;
    const number = this.number(this.is(found.next, "so") ? found.next + 1 : found.next);
    if (!number) return undefined;
    this.instrument([[found.key], ...number.groups]);
    return number.next;
  }

  /** `72/2013`, `72/2013/NĐ-CP`, `433/QĐ-BTTTT`, with or without `số`. */
  document(at) {
    const number = this.number(this.is(at, "so") ? at + 1 : at);
    if (!number || number.groups.length < 2) return undefined;
    this.instrument(number.groups);
    return number.next;
  }

  /** What cites an instrument answers too, after what is in it: it has one key for the type, or the year, and the number. */
  instrument(groups) {
    const key = start => groups.flat().find(it => it.startsWith(start));
    const other = key("nam-") ?? key("loai-");
    this.groups.push(...groups);
    if (other) for (const group of groups) this.citing.set(group, [`dan-${key("so-")}-${other}`]);
  }

  number(at) {
    if (!/^\d{1,6}[a-z]?$/.test(this.word(at))) return undefined;
    let serial = this.word(at).replace(/^0+(?=\d)/, "");
    let next = at + 1;
    while (this.gap(next) === "-" && /^\d+$/.test(this.word(next)) && !YEAR.test(this.word(next))) serial += `-${this.word(next++)}`;
    const groups = [[`so-${serial}`]];
    if (["/", "-", ":"].includes(this.gap(next)) && YEAR.test(this.word(next))) groups.push([`nam-${this.word(next++)}`]);
    else if (this.is(next, "nam") && YEAR.test(this.word(next + 1))) {
      groups.push([`nam-${this.word(next + 1)}`]);
      next += 2;
    }
    const symbol = [];
    while (["/", "-"].includes(this.gap(next)) && /^[a-z]+\d*$/.test(this.word(next))) symbol.push(this.word(next++));
    if (symbol.length) groups.push([`ky-hieu-${symbol.join("-")}`]);
    return { groups, next };
  }
}

// ---- Words of a query: what does not occur is taken apart, put together, completed, or replaced by what is near ----

/** Each word with the forms to be looked for, and what was replaced by what. */
function words(core, syllables) {
  const found = [];
  const replaced = [];
  for (let at = 0; at < syllables.length; at++) {
    const [one, two] = [syllables[at], syllables[at + 1]];
    const joined = two && syllable(one.letters + two.letters);
    const isOne = joined && core.known.has(joined.folded);
    // `IP v6` is one word where its halves do not both occur.
    const isParted = isOne && !core.known.has(two.folded);
    const pieces = isParted ? undefined : core.known.has(one.folded) ? [one] : takenApart(core, one);
    if (pieces) {
      found.push(...pieces.map((piece, index) => ({ forms: [piece], adjacent: index > 0 || one.follows })));
    } else if (isOne) {
      found.push({ forms: [joined], adjacent: one.follows });
      at += 1;
    } else {
      // `KH&CN` is one word, as `KHCN` is.
      const isJoined = two?.gap === "&";
      const it = isJoined ? { ...one, ...joined, letters: one.letters + two.letters } : one;
      const last = at + isJoined === syllables.length - 1;
      const names = namesOf(core, it);
      const whole = last && !names.length ? completed(core, it.folded) : undefined;
      const forms = names.length ? [] : whole ?? near(core, it.folded);
      // Which of many a word becomes is not known while it is typed.
      if (names.length || (forms.length && !(whole?.length > 1))) replaced.push([it.letters, names[0]?.name ?? forms[0]]);
      found.push({ forms: forms.map(form => ({ folded: form, exact: form, marked: false })), adjacent: it.follows, phrases: names.map(it => it.syllables) });
      if (isJoined) at += 1;
    }
  }
  found.forEach((word, at) => (word.phrases ??= alike(core, found, at)));
  weigh(core, found);
  return { found, replaced };
}

/** Words that say little count little. */
function weigh(core, list) {
  const folded = list.map(word => word.forms[0]?.folded);
  list.forEach((word, at) => {
    const pairs = [[at - 1, at], [at, at + 1]].map(pair => pair.map(it => folded[it]).join(" "));
    word.light = [folded[at], ...pairs].some(it => core.light.has(it));
  });
}

/** What the words around `at` may stand for besides themselves: others of their group, or a name of which they are the first letters. */
function alike(core, list, at) {
  const one = list[at].forms[0];
  const [before, after] = [list[at - 1], list[at + 1]].map(word => word?.forms[0]);
  const parted = one.gap === "&" ? [before, one] : after?.gap === "&" ? [one, after] : [];
  if (parted.length) return namesOf(core, { folded: parted.map(it => it?.folded).join("") }).map(it => it.syllables);
  if (isShort(one)) return namesOf(core, one).map(it => it.syllables);
  for (let length = 4; length > 0; length--) {
    for (let start = Math.max(0, at - length + 1); start <= at; start++) {
      const run = list.slice(start, start + length).map(word => word.forms[0]);
      const group = run.length === length && run.every(Boolean) && core.groups.get(run.map(it => it.folded).join(" "));
      if (group && run.every((it, place) => !it.marked || it.exact === group.word[place].exact)) return group.others;
    }
  }
  return [];
}

/** `CNTT`: no syllable, though it occurs. */
const isShort = ({ letters, folded }) => /^[a-z]{3,8}$/.test(folded) && (!/[aeiouy]/.test(folded) || letters === letters?.toUpperCase());

/** Names, or runs of words within one, that a word has the first letters of, with or without the words between: `KHCN`. */
function namesOf(core, { folded: word }) {
  const found = new Map();
  if (/^[a-z]{2,8}$/.test(word)) {
    for (const { name, syllables } of core.names) {
      for (let start = 0; start < syllables.length; start++) {
        const end = spelt(syllables, start, word);
        if (!end) continue;
        const run = syllables.slice(start, end);
        found.set(run.map(it => it.folded).join(" "), { name: name.slice(run[0].start, run.at(-1).end), syllables: run });
      }
    }
  }
  return [...found.values()].slice(0, 3);
}

const BETWEEN = ["va", "cua", "ve", "cho", "trong", "voi"];

/** Where the run ends whose first letters a word has, or nothing. */
function spelt(syllables, start, word) {
  let at = start;
  for (const letter of word) {
    if (at > start && syllables[at]?.folded[0] !== letter && BETWEEN.includes(syllables[at]?.folded)) at++;
    if (syllables[at]?.folded[0] !== letter) return undefined;
    at++;
  }
  return at;
}

/** `địachỉ` as the fewest syllables that occur. */
function takenApart(core, { letters }) {
  const text = letters.normalize("NFC");
  const best = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const piece = syllable(text.slice(start, end));
      const usable = end - start > 1 && /\p{L}/u.test(piece.folded) && core.known.has(piece.folded);
      if (usable && best[start] && best[start].length < (best[end]?.length ?? 5)) best[end] = [...best[start], piece];
    }
  }
  return best[text.length];
}

/** What the last word may become: the reader is still typing it. The words before it tell which. */
const COMPLETED = 60;

function completed(core, start) {
  if (start.length < 2) return undefined;
  const found = core.syllables.filter(it => it.startsWith(start)).slice(0, COMPLETED);
  return found.length ? found : undefined;
}

/** What differs by one letter: left out, put in, another, or two exchanged. */
function near(core, word) {
  if (word.length < 3 || /\d/.test(word)) return [];
  const isNear = other => {
    if (Math.abs(other.length - word.length) > 1 || /\d/.test(other)) return false;
    let at = 0;
    while (at < word.length && word[at] === other[at]) at++;
    const rests = (a, b) => word.slice(at + a) === other.slice(at + b);
    const exchanged = word[at] === other[at + 1] && word[at + 1] === other[at] && rests(2, 2);
    return rests(1, 1) || rests(1, 0) || rests(0, 1) || exchanged;
  };
  return core.syllables.filter(it => it[0] === word[0] && isNear(it)).slice(0, 4);
}

// ---- Ranking ----

/** How well a spelling with other marks than those that were typed fits: it is another word. */
const MISFIT = 0.15;

/** How well a spelling fits what was typed: marks that were typed must be there, marks that were not may be. */
function fit(spelling, forms, anyMarks) {
  const spelt = spelling.split(" ");
  return forms.reduce((product, form, at) => {
    if (spelt[at] === form.exact) return product;
    return product * (form.marked ? MISFIT : anyMarks ? 0.5 : 0.95);
  }, 1);
}

/** The best weight of each entry for one term in any of its forms; how rare the term is; and which entries have it with the marks that were typed. */
async function weights(core, choices, anyMarks) {
  const [best, fits] = [new Map(), new Set()];
  for (const forms of choices) {
    for (const { exact, found } of await spellings(core, forms.map(it => it.folded).join(" "))) {
      const factor = fit(exact, forms, anyMarks);
      for (const [entry, weight] of found) {
        best.set(entry, Math.max(best.get(entry) ?? 0, weight * factor));
        if (factor > MISFIT) fits.add(entry);
      }
    }
  }
  return { best, fits, rarity: rarity(core, best) };
}

const rarity = (core, { size }) => Math.log(1 + core.entries.length / Math.max(size, 0.5));

/** The weight of each entry for a phrase: that of its weakest pair. */
async function phraseWeights(core, phrase, anyMarks) {
  const terms = phrase.length === 1 ? [phrase] : phrase.slice(1).flatMap((second, at) => (second.follows ? [[phrase[at], second]] : []));
  const [first, ...others] = await Promise.all(terms.map(term => weights(core, [term], anyMarks)));
  const whole = new Map();
  for (const [entry, weight] of first?.best ?? []) {
    const all = others.map(({ best }) => best.get(entry) ?? 0);
    const least = Math.min(weight, ...all);
    if (least > 0) whole.set(entry, least);
  }
  return whole;
}

/** What a word of a question counts, beside one that names the subject of the search. */
const LIGHT = 0.15;
/** What a word counts that means the same as the one that was typed. */
const ALIKE = 0.9;

/** The weight of each entry for a word, in any of its forms and of what means the same. */
async function wordWeights(core, word, anyMarks) {
  const { best, fits } = await weights(core, word.forms.map(form => [form]), anyMarks);
  for (const phrase of await Promise.all(word.phrases.map(it => phraseWeights(core, it, anyMarks)))) {
    for (const [entry, weight] of phrase) {
      best.set(entry, Math.max(best.get(entry) ?? 0, ALIKE * weight));
      fits.add(entry);
    }
  }
  return { best, fits, rarity: rarity(core, best) * (word.light ? LIGHT : 1) };
}

/** Entries that have a key of every group, with the sum of the weights. */
async function cited(core, groups) {
  let kept;
  for (const keys of groups) {
    const here = new Map();
    for (const key of keys) {
      for (const { found } of await spellings(core, `#${key}`)) {
        for (const [entry, weight] of found) here.set(entry, Math.max(here.get(entry) ?? 0, weight));
      }
    }
    if (kept) for (const [entry, sum] of kept) here.has(entry) ? here.set(entry, here.get(entry) + sum) : 0;
    if (kept) for (const entry of [...here.keys()]) kept.has(entry) || here.delete(entry);
    kept = here;
  }
  return kept ?? new Map();
}

/** Entries of which a query is the whole name, whatever kind of page it asks for: `chủ đề mua sắm`, `chủ đầu tư là ai`. */
async function called(core, syllables) {
  const name = syllables.map(it => it.folded).join("-");
  const bare = name.replace(/^(chu-de|doi-tuong|van-ban|tu)-/, "").replace(/-(la-gi|la-ai|nghia-la-gi)$/, "");
  return cited(core, [[...new Set([name, bare])].map(it => `ten-${it}`)]);
}

/** Scores of entries by the words of a query: rare words and neighbouring pairs count more, missing words take away. */
async function worded(core, list, anyMarks) {
  const [scores, shares, words, fitting] = [new Map(), new Map(), new Map(), new Map()];
  const singles = await Promise.all(list.map(word => wordWeights(core, word, anyMarks)));
  const whole = singles.reduce((sum, { rarity }) => sum + rarity, 0);
  singles.forEach(({ best, fits, rarity }, at) => {
    for (const [entry, weight] of best) {
      scores.set(entry, (scores.get(entry) ?? 0) + rarity * weight);
      shares.set(entry, (shares.get(entry) ?? 0) + rarity / whole);
      if (list[at].light) continue;
      words.set(entry, (words.get(entry) ?? 0) | (1 << at % 30));
      if (fits.has(entry)) fitting.set(entry, (fitting.get(entry) ?? 0) | (1 << at % 30));
    }
  });
  const pairs = list.slice(1).map((second, at) => second.adjacent && list[at].forms.flatMap(one => second.forms.map(two => [one, two])));
  const complete = pairs.filter(pair => pair && pair.length);
  for (const { best, rarity } of await Promise.all(complete.map(pair => weights(core, pair, anyMarks)))) {
    for (const [entry, weight] of best) scores.set(entry, (scores.get(entry) ?? 0) + 1.5 * rarity * weight);
  }
  for (const [entry, score] of scores) scores.set(entry, score * (shares.get(entry) ?? 0) ** 2);
  return { scores, shares, words, fitting };
}

/** What is not plainly in force comes a little later than what is. */
const PAST = 0.9;
/** A page that leads to excerpts comes after those that say it themselves. */
const WAY = 0.7;
const WAYS = ["topic", "audience"];
const IN_FORCE = ["in-force", "partly-ended"];
const ENDED = ["ended", "never-in-force"];
/** The id of an excerpt or an instrument, of now or a former one. */
const ID = /^[a-z0-9]+([-.][a-z0-9]+)+$/i;
/** What scores less than this share of the best is left out. */
const WORTH = 0.12;
/** How much of a query a row of the table of answers must have, and how near the best result it must come, to be its answer. */
const ANSWERED = 0.55;
const NEAR_BEST = 0.5;

/** The entries that answer a query, best first, the row of the table of answers that does, and what is needed to show them. */
async function search(query, isWanted = () => true) {
  const core = await open();
  const syllables = cut(query);
  const isHit = entry => entry.kind !== "answer" && isWanted(entry, core);
  const all = core.entries.map((_, entry) => entry).filter(entry => isHit(core.entries[entry]));
  if (!syllables.length) return { core, hits: all, list: [], replaced: [] };
  const anyMarks = syllables.some(it => it.marked);
  const citations = new Citations(core, syllables);
  const own = await cited(core, citations.groups);
  const places = own.size ? await cited(core, citations.wider) : own;
  const named = new Map([...(await called(core, syllables)).keys()].map(entry => [entry, 1]));
  const id = query.trim().toLowerCase();
  if (ID.test(id)) for (const entry of (await cited(core, [[`id-${id.replaceAll(".", "-")}`]])).keys()) named.set(entry, 2);
  // A citation of what is not here is looked for in the texts.
  const inTexts = places.size ? citations.rest : syllables;
  const { found: list, replaced } = words(core, inTexts);
  const texts = await worded(core, list, anyMarks);
  const score = entry => {
    const words = texts.scores.get(entry) ?? 0;
    const status = core.entries[entry].status;
    const factor = WAYS.includes(core.entries[entry].kind) ? WAY : status && !["in-force", "not-applicable"].includes(status.key) ? PAST : 1;
    return ((places.get(entry) ?? 0) + words) * factor;
  };
  const rank = entry => named.get(entry) ?? 0;
  const isFound = entry => named.has(entry) || (places.size ? places.has(entry) && (!texts.scores.size || texts.scores.has(entry)) : texts.scores.has(entry));
  let hits = all.filter(isFound);
  if (places.size && !hits.length) hits = all.filter(entry => places.has(entry));
  const scores = new Map(hits.map(entry => [entry, score(entry)]));
  const best = Math.max(...scores.values());
  const least = places.size ? 0 : WORTH * best;
  hits = hits.filter(entry => rank(entry) || scores.get(entry) >= least);
  // What an entry has of the query, in bits: at all, and with the marks that were typed.
  const bits = (of, entry) => ((of.get(entry) ?? 0) << 1) | own.has(entry);
  const measure = entry => ({ rank: rank(entry), score: scores.get(entry), has: bits(texts.words, entry), fits: bits(texts.fitting, entry) });
  const order = inForceFirst(core, hits, measure);
  const answer = places.size ? undefined : answerOf(core, texts, best);
  return { core, hits: order, list, replaced, answer };
}

/** Best first; but law that has ended comes after law in force that has the same of the query, and no higher rank. */
function inForceFirst(core, hits, measure) {
  const measured = hits.map(entry => ({ entry, isEnded: false, ...measure(entry) }));
  const key = ({ entry }) => core.entries[entry].status?.key;
  /** By what they have, the lowest score of those in force. */
  const lowest = new Map();
  for (const it of measured.filter(it => IN_FORCE.includes(key(it)))) {
    const of = `${it.rank} ${it.fits}`;
    if (!(lowest.get(of)?.score < it.score)) lowest.set(of, it);
  }
  for (const it of measured.filter(it => ENDED.includes(key(it)))) {
    const before = [...lowest.values()].filter(other => other.rank === it.rank && (other.fits & it.has) === it.has);
    it.score = Math.min(it.score, ...before.map(other => other.score));
    it.isEnded = true;
  }
  measured.sort((a, b) => b.rank - a.rank || b.score - a.score || a.isEnded - b.isEnded || a.entry - b.entry);
  return measured.map(it => it.entry);
}

/** The row of the table of answers that has most of the query, if it has enough of it. */
function answerOf(core, { scores, shares }, best) {
  const rows = [...core.answers.keys()].filter(entry => shares.get(entry) >= ANSWERED && scores.get(entry) >= NEAR_BEST * best);
  return rows.sort((a, b) => scores.get(b) - scores.get(a) || a - b)[0];
}

// ---- The page of the search ----

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content.filter(it => it !== null && it !== undefined));
  return made;
}

/** Where the words of a query are in a text: `[start, end]`, neighbours as one. */
function places(text, list) {
  const wanted = new Map();
  const telling = list.some(word => !word.light) ? list.filter(word => !word.light) : list;
  for (const form of telling.flatMap(word => word.forms)) wanted.set(form.folded, [...(wanted.get(form.folded) ?? []), form]);
  const found = [];
  for (const it of cut(text)) {
    if (!wanted.get(it.folded)?.some(form => !form.marked || form.exact === it.exact)) continue;
    const last = found.at(-1);
    if (last && it.follows && last[1] === it.start - it.gap.length) last[1] = it.end;
    else found.push([it.start, it.end]);
  }
  return found;
}

/** The text with its places marked, as nodes. */
function marked(text, found) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of found) {
    nodes.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)];
}

const QUOTED = 220;

/** The piece of a text in which most of the query stands. */
function snippet(text, list) {
  const found = places(text, list);
  let [best, most] = [0, 0];
  for (const [start] of found) {
    const inside = found.filter(([from, to]) => from >= start && to <= start + QUOTED);
    const length = inside.reduce((sum, [from, to]) => sum + (to - from) ** 1.3, 0);
    if (length > most) [best, most] = [start, length];
  }
  let from = Math.max(0, Math.min(best - 50, text.length - QUOTED));
  if (from > 0) from = text.indexOf(" ", from) + 1;
  const last = text.lastIndexOf(" ", from + QUOTED + 20);
  const to = from + QUOTED + 20 >= text.length ? text.length : Math.max(last, best + 1);
  const piece = text.slice(from, to).replaceAll("\n", " ");
  return [from > 0 ? "… " : null, ...marked(piece, places(piece, list)), to < text.length ? " …" : null];
}

let pieces;

/** A text of the index, which names its words by their places in a list of all. */
async function textOf(numbers) {
  const all = await (pieces ??= camnang.load("pieces").then(text => text.split(" ")));
  const [reader, words] = [new Reader(numbers), []];
  while (!reader.done) words.push(all[reader.number()]);
  return words.join(" ").replaceAll(" \n ", "\n");
}

/** What the index keeps to show of an entry. */
async function record(core, entry) {
  const part = partOf(core.parts, entry);
  const kept = (await camnang.load(`entries-${part}`))[entry - core.parts[part]];
  return [...kept.slice(0, -1), await textOf(kept.at(-1))];
}

async function shown(core, entry, list) {
  const [href, number, heading, title, status, text] = await record(core, entry);
  const { kind } = core.entries[entry];
  // Of an excerpt the plain title comes first, as in its chapter.
  const [name, under] = kind === "excerpt" && title ? [title, heading] : [heading, title];
  const link = element("a", { href }, number === null ? null : element("span", { className: "number" }, String(number)), number === null ? null : " ", ...marked(name, places(name, list)));
  const sign = status && element("span", { className: "sign", ariaHidden: "true" }, status[1]);
  return element("li", { className: status ? `result s-${status[0]}` : "result" },
    element("h2", {}, link),
    under && element("p", { className: "about" }, ...marked(under, places(under, list))),
    element("p", { className: "status" }, kind === "excerpt" ? null : `${core.words[kind]}${status ? "\u00a0· " : ""}`, sign, sign && " ", status && element("strong", {}, status[2])),
    text && element("p", { className: "snippet" }, ...snippet(text, list)));
}

/** A row of the table of answers, with the excerpts that it rests on. */
async function shownAnswer(core, entry, list) {
  const [href, , question, , , text] = await record(core, entry);
  const rests = await Promise.all(core.answers.get(entry).map(place => record(core, place)));
  const links = rests.flatMap(([href, number, citation, , [, sign, status]], at) => [at ? "; " : " ",
    element("a", { href }, element("b", {}, String(number)), ` ${citation}`),
    core.entries[core.answers.get(entry)[at]].status?.key === "in-force" ? null : ` (${sign} ${status})`]);
  return element("section", { className: "best-answer" },
    element("p", { className: "over" }, core.words.answer),
    element("h2", {}, element("a", { href }, ...marked(question, places(question, list)))),
    element("p", {}, ...marked(text, places(text, list))),
    element("p", { className: "cite" }, `${core.words.rests_on}:`, ...links));
}

const AT_ONCE = 10;

function searchPage(form) {
  const page = form.closest("main");
  const box = form.elements.q;
  const [count, results, more, filters] = [".count", ".results", ".more-results", ".filters"].map(it => page.querySelector(it));
  const choices = ["chu-de", "doi-tuong", "hieu-luc", "loai"].map(name => form.elements[name]);
  const asked = () => [box.value.trim(), ...choices.map(choice => choice.value)];
  const say = (text, values = {}) => text.replace(/\{(\w)\}/g, (_, name) => values[name]);
  const address = new URLSearchParams(location.search);
  let [answer, latest] = [null, 0];

  page.querySelector(".without-script").hidden = true;

  function isWanted(entry, core) {
    const [topic, audience, status, kind] = choices.map(choice => choice.value);
    const has = (wanted, labels, places) => !wanted || places.some(place => labels[place][0] === wanted);
    const fits = has(topic, core.topics, entry.topics) && has(audience, core.audiences, entry.audiences);
    return fits && (!status || entry.status?.key === status) && (!kind || entry.kind === kind);
  }

  function fillChoices(core) {
    if (!filters.hidden) return;
    const order = new Intl.Collator("vi");
    const sorted = labels => [...labels].sort((a, b) => order.compare(a[1], b[1]));
    const statuses = core.statuses.map(status => [status.key, status.name]);
    const kinds = core.kinds.filter(kind => kind !== "answer").map(kind => [kind, core.words[kind]]);
    [sorted(core.topics), sorted(core.audiences), statuses, kinds].forEach((labels, at) => {
      choices[at].append(...labels.map(([value, name]) => element("option", { value }, name)));
    });
    filters.hidden = false;
    filters.open = choices.some(choice => address.has(choice.name));
  }

  async function showMore() {
    const { core, hits, list } = answer;
    const open = results.querySelector("ol") ?? results.appendChild(element("ol"));
    const from = open.children.length;
    const items = await Promise.all(hits.slice(from, from + AT_ONCE).map(entry => shown(core, entry, list)));
    open.append(...items);
    const left = hits.length - from - items.length;
    more.hidden = left <= 0;
    more.textContent = say(core.words.more, { n: left });
    return items;
  }

  async function run() {
    const number = ++latest;
    const [query, ...filter] = asked();
    try {
      const core = await open();
      fillChoices(core);
      if (!query && !filter.some(Boolean)) {
        answer = null;
        results.replaceChildren();
        more.hidden = true;
        count.textContent = "";
        return;
      }
      const found = await search(query, isWanted);
      // Who filters looks for a text; and the answers are those of the edition's day.
      const row = found.answer === undefined || filter.some(Boolean) || address.has("ngay") ? null : await shownAnswer(core, found.answer, found.list);
      if (number !== latest) return;
      answer = found;
      results.replaceChildren(...[row].filter(Boolean));
      await showMore();
      if (number !== latest) return;
      const n = found.hits.length;
      const said = n === 0 ? `${core.words.none} ${core.words.advice}` : n === 1 ? core.words.found_one : say(core.words.found, { n });
      const instead = found.replaced.map(([a, b]) => say(core.words.instead, { a, b }));
      count.textContent = [n === 0 ? said : `${said}.`, ...instead].join(" ");
    } catch {
      if (number === latest) count.textContent = form.dataset.failed;
    }
  }

  /** The address that leads to the same results. */
  function remember() {
    const address = new URL(location.href);
    const values = ["q", ...choices.map(choice => choice.name)].map((name, at) => [name, asked()[at]]);
    // The day that the reader looks at the site as of, see day.js.
    const day = ["ngay", address.searchParams.get("ngay")];
    address.search = new URLSearchParams([...values, day].filter(([, value]) => value));
    address.hash = "";
    try {
      history.replaceState(null, "", address);
    } catch {
      // A browser may refuse this for a page that is opened from a folder.
    }
  }

  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (remember(), run()), 200);
  });
  choices.forEach(choice => choice.addEventListener("change", () => (remember(), run())));
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    remember();
    run();
  });
  form.querySelector(".clear").addEventListener("click", () => {
    choices.forEach(choice => (choice.value = ""));
    remember();
    run();
  });
  more.addEventListener("click", async () => (await showMore())[0]?.querySelector("a").focus());

  page.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...results.querySelectorAll("a")];
    const at = event.target === box ? -1 : links.indexOf(event.target);
    if (at < 0 && event.target !== box) return;
    const next = at + step < 0 ? box : links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  box.value = address.get("q") ?? "";
  open().then(core => {
    fillChoices(core);
    choices.forEach(choice => (choice.value = address.get(choice.name) ?? ""));
    return run();
  }, () => (count.textContent = form.dataset.failed));
  box.focus();
}

searchPage(document.querySelector("form.search"));
