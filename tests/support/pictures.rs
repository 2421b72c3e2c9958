//! Images written byte by byte: whole ones, damaged ones, and the kinds that nobody thinks of. Each says whether it can
//! be shown, or what is said against it.
#![allow(dead_code, reason = "not every test needs all of it")]

/// One image file.
pub struct Picture {
    pub name: String,
    /// Of the file: `png`.
    pub ending: &'static str,
    pub bytes: Vec<u8>,
    /// What `check` says in English; nothing where the image can be shown.
    pub refused: Option<&'static str>,
}

fn picture(name: &str, ending: &'static str, bytes: Vec<u8>, refused: impl Into<Option<&'static str>>) -> Picture {
    Picture { name: name.to_owned(), ending, bytes, refused: refused.into() }
}

pub fn all() -> Vec<Picture> {
    [pngs(), jpegs(), svgs(), sizes()].into_iter().flatten().collect()
}

/// Bits, the first in the lowest place, as deflate has them.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, bits: u32, count: u32) {
        self.held |= bits << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }
}

/// A zlib stream of stored blocks.
fn stored(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let blocks: Vec<&[u8]> = if data.is_empty() { vec![&[]] } else { data.chunks(0xffff).collect() };
    for (index, block) in blocks.iter().enumerate() {
        stream.push(u8::from(index + 1 == blocks.len()));
        let length = block.len() as u16;
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend_from_slice(block);
    }
    stream.extend(adler(data).to_be_bytes());
    stream
}

fn adler(data: &[u8]) -> u32 {
    let (mut a, mut b) = (1u32, 0u32);
    for byte in data {
        a = (a + u32::from(*byte)) % 65521;
        b = (b + a) % 65521;
    }
    b << 16 | a
}

/// A zlib stream that unfolds to very many zeros: 13 bits for each 258 of them.
fn bomb(repeats: usize) -> Vec<u8> {
    let mut bits = Bits { bytes: vec![0x78, 0x01], ..Bits::default() };
    bits.push(0b011, 3);
    // A zero, then "258 bytes from one byte before", again and again.
    bits.push(0b0000_1100, 8);
    for _ in 0..repeats {
        bits.push(0b1010_0011, 8);
        bits.push(0, 5);
    }
    bits.push(0, 7);
    bits.push(0, 8);
    bits.bytes.extend([0; 4]);
    bits.bytes
}

fn crc(data: &[u8]) -> u32 {
    !data.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), data].concat();
    [&(data.len() as u32).to_be_bytes(), named.as_slice(), &crc(&named).to_be_bytes()].concat()
}

/// A PNG, as its header says it is and as its data are.
struct Png {
    width: u32,
    height: u32,
    depth: u8,
    colours: u8,
    interlaced: bool,
    /// Chunks before the data.
    before: Vec<u8>,
    /// As many bytes as the header asks for, if nothing.
    data: Option<Vec<u8>>,
}

impl Png {
    fn new(depth: u8, colours: u8) -> Self {
        Png { width: 8, height: 8, depth, colours, interlaced: false, before: Vec::new(), data: None }
    }

    fn sized(width: u32, height: u32) -> Self {
        Png { width, height, ..Png::new(8, 2) }
    }

    fn row(&self, width: u32) -> usize {
        let channels = [1, 0, 3, 1, 2, 0, 4][usize::from(self.colours)];
        1 + (width as usize * channels * usize::from(self.depth)).div_ceil(8)
    }

    fn bytes(&self) -> Vec<u8> {
        let whole = || match self.interlaced {
            // The seven passes of an image of 8 × 8.
            true => [(1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4)]
                .iter()
                .map(|(width, height)| self.row(*width) * height)
                .sum(),
            false => self.row(self.width) * self.height as usize,
        };
        let data = self.data.clone().unwrap_or_else(|| vec![0; whole()]);
        [self.head(), chunk(b"IDAT", &stored(&data)), chunk(b"IEND", &[])].concat()
    }

    fn head(&self) -> Vec<u8> {
        let size = [self.width.to_be_bytes(), self.height.to_be_bytes()].concat();
        let header = [size, vec![self.depth, self.colours, 0, 0, u8::from(self.interlaced)]].concat();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), self.before.clone()].concat()
    }
}

pub fn png() -> Vec<u8> {
    Png::new(8, 2).bytes()
}

fn pngs() -> Vec<Picture> {
    const DAMAGED: &str = "its data is damaged";
    let palette = |colours: usize| Png { before: chunk(b"PLTE", &vec![0; colours * 3]), ..Png::new(8, 3) };
    let flipped = |at: usize| {
        let mut bytes = png();
        bytes[at] ^= 0xff;
        bytes
    };
    let profile = |data: &[u8]| Png { before: chunk(b"iCCP", &[b"x\0\0", data].concat()), ..Png::new(8, 2) };
    let one = |name: &str, bytes: Vec<u8>, refused: Option<&'static str>| picture(name, "png", bytes, refused);
    let whole = png();
    let nothing = [Png::new(8, 2).head(), chunk(b"IEND", &[])].concat();
    vec![
        one("grey of 1 bit", Png::new(1, 0).bytes(), None),
        one("grey of 16 bits", Png::new(16, 0).bytes(), None),
        one("grey with alpha", Png::new(8, 4).bytes(), None),
        one("colours", whole.clone(), None),
        one("colours of 16 bits with alpha", Png::new(16, 6).bytes(), None),
        one("interlaced", Png { interlaced: true, ..Png::new(8, 2) }.bytes(), None),
        one("palette", palette(256).bytes(), None),
        one("a profile that is none", profile(&stored(b"profile")).bytes(), None),
        one("no palette", Png::new(8, 3).bytes(), Some(DAMAGED)),
        one("depth of 3", Png::new(3, 0).bytes(), Some(DAMAGED)),
        one(
            "colours of kind 5",
            [
                b"\x89PNG\r\n\x1a\n".to_vec(),
                chunk(b"IHDR", &[0, 0, 0, 8, 0, 0, 0, 8, 8, 5, 0, 0, 0]),
                chunk(b"IEND", &[]),
            ]
            .concat(),
            Some(DAMAGED),
        ),
        one(
            "interlaced in name only",
            Png { interlaced: true, data: Some(vec![0; 100]), ..Png::new(8, 2) }.bytes(),
            Some(DAMAGED),
        ),
        one(
            "69 bytes of 60000 × 60000",
            Png { data: Some(Vec::new()), ..Png::sized(60_000, 60_000) }.bytes(),
            Some("it is too large (60000 × 60000 pixels"),
        ),
        one(
            "as large as a number can be",
            Png { data: Some(Vec::new()), ..Png::sized(u32::MAX, u32::MAX) }.bytes(),
            Some("it is too large"),
        ),
        one("no pixels", Png { data: Some(Vec::new()), ..Png::sized(0, 0) }.bytes(), Some("it has no pixels")),
        one("no data", nothing, Some(DAMAGED)),
        one("not all data", Png { data: Some(vec![0; 20]), ..Png::new(8, 2) }.bytes(), Some(DAMAGED)),
        one("broken header", flipped(30), Some(DAMAGED)),
        one("broken data", flipped(60), Some(DAMAGED)),
        one("cut", whole[..whole.len() - 6].to_vec(), Some("the file breaks off")),
        one("cut in its head", whole[..20].to_vec(), Some("the file breaks off")),
        one(
            "a profile that unfolds to gigabytes",
            profile(&bomb(400_000)).bytes(),
            Some("the colour profile or the texts that come with it are too large"),
        ),
        picture("a PNG called JPEG", "jpg", whole.clone(), Some("it is PNG, but its ending is that of JPEG")),
        picture("nothing", "png", Vec::new(), Some("the file is empty")),
        picture("GIF called PNG", "png", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), Some("it is GIF")),
        picture("words called PNG", "png", b"so do".to_vec(), Some("it is no PNG")),
        one("narrow and high", Png { data: None, ..Png::sized(1, 20_000) }.bytes(), None),
        one("wide and low", Png { data: None, ..Png::sized(20_000, 1) }.bytes(), None),
    ]
}

/// A JPEG of one block for each component, or of as many as its size says without their data.
struct Jpeg {
    coding: u8,
    precision: u8,
    components: u8,
    size: u16,
    /// The kind of colours that Adobe's programs say.
    adobe: Option<u8>,
}

impl Jpeg {
    const BASELINE: Self = Jpeg { coding: 0xc0, precision: 8, components: 3, size: 8, adobe: None };

    fn bytes(&self) -> Vec<u8> {
        let adobe = self.adobe.map(|kind| segment(0xee, &[b"Adobe".as_slice(), &[0, 100, 0, 0, 0, 0, kind]].concat()));
        let size = self.size.to_be_bytes();
        let parts: Vec<u8> = (1..=self.components).flat_map(|id| [id, 0x11, 0]).collect();
        let frame = [&[self.precision], size.as_slice(), &size, &[self.components], &parts].concat();
        // One code in each table: no difference, and the end of the block.
        let table = |class: u8| [vec![class, 1], vec![0; 15], vec![0]].concat();
        let chosen: Vec<u8> = (1..=self.components).flat_map(|id| [id, 0]).collect();
        let is_progressive = self.coding == 0xc2;
        let last = if is_progressive { 0 } else { 63 };
        let scan = [&[self.components], chosen.as_slice(), &[0, last, 0]].concat();
        let zeros = self.components * if is_progressive { 1 } else { 2 };
        let data = (0xff_u16 >> zeros) as u8;
        [
            vec![0xff, 0xd8],
            adobe.unwrap_or_default(),
            segment(0xdb, &[vec![0], vec![1; 64]].concat()),
            segment(self.coding, &frame),
            segment(0xc4, &table(0)),
            segment(0xc4, &table(0x10)),
            segment(0xda, &scan),
            vec![data],
            vec![0xff, 0xd9],
        ]
        .concat()
    }
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker], (data.len() as u16 + 2).to_be_bytes().as_slice(), data].concat()
}

fn jpegs() -> Vec<Picture> {
    const BASE: Jpeg = Jpeg::BASELINE;
    const CMYK: &str = "its colours are CMYK";
    let one = |name: &str, jpeg: Jpeg, refused: Option<&'static str>| picture(name, "jpg", jpeg.bytes(), refused);
    let whole = BASE.bytes();
    // A preview within the head ends as an image does.
    let preview = segment(0xe1, &[b"Exif\0\0".as_slice(), &whole].concat());
    let with_preview = [&whole[..2], &preview, &whole[2..]].concat();
    let mut no_end = with_preview.clone();
    no_end.truncate(with_preview.len() - 2);
    vec![
        one("baseline", BASE, None),
        one("grey", Jpeg { components: 1, ..BASE }, None),
        one("extended", Jpeg { coding: 0xc1, ..BASE }, None),
        one("progressive", Jpeg { coding: 0xc2, ..BASE }, None),
        one("colours by Adobe", Jpeg { adobe: Some(1), ..BASE }, None),
        one(
            "colours that Adobe does not name",
            Jpeg { adobe: Some(0), ..BASE },
            Some("its colours are written in a way"),
        ),
        picture("with a preview", "jpeg", with_preview, None),
        picture("with words after its end", "jpg", [&whole, b"and more".as_slice()].concat(), None),
        one("CMYK", Jpeg { components: 4, ..BASE }, Some(CMYK)),
        one("CMYK by Adobe", Jpeg { components: 4, adobe: Some(0), ..BASE }, Some(CMYK)),
        one("YCCK by Adobe", Jpeg { components: 4, adobe: Some(2), ..BASE }, Some(CMYK)),
        one("progressive CMYK", Jpeg { coding: 0xc2, components: 4, adobe: Some(2), ..BASE }, Some(CMYK)),
        one("two components", Jpeg { components: 2, ..BASE }, Some("its data is damaged")),
        one("12 bits", Jpeg { coding: 0xc1, precision: 12, ..BASE }, Some("12 bits a colour")),
        one("lossless", Jpeg { coding: 0xc3, ..BASE }, Some("a lossless JPEG")),
        one("hierarchical", Jpeg { coding: 0xc5, ..BASE }, Some("a hierarchical JPEG")),
        one("arithmetic", Jpeg { coding: 0xc9, ..BASE }, Some("arithmetic coding")),
        one("progressive arithmetic", Jpeg { coding: 0xca, ..BASE }, Some("arithmetic coding")),
        one("too many pixels", Jpeg { size: 65_000, ..BASE }, Some("it is too large (65000 × 65000 pixels")),
        one("no pixels", Jpeg { size: 0, ..BASE }, Some("it has no pixels")),
        picture("cut", "jpg", whole[..whole.len() - 2].to_vec(), Some("the file breaks off")),
        picture("cut after its preview", "jpg", no_end, Some("the file breaks off")),
        picture("cut in its head", "jpg", whole[..40].to_vec(), Some("the file breaks off")),
        picture(
            "no tables",
            "jpg",
            [&[0xff, 0xd8], segment(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]).as_slice(), &[0xff, 0xd9]].concat(),
            Some("its data is damaged"),
        ),
        picture("a JPEG called PNG", "png", whole, Some("it is JPEG, but its ending is that of PNG")),
    ]
}

const RECT: &str = "<rect width='50' height='50'/>";
const HUNDRED: &str = "width='100' height='100' viewBox='0 0 100 100'";

fn svg(inner: &str, attributes: &str) -> Vec<u8> {
    let spaces = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";
    format!("<svg {spaces} {attributes}>{inner}</svg>").into_bytes()
}

fn nested(opening: &str, times: usize) -> String {
    format!("{}{RECT}{}", opening.repeat(times), "</g>".repeat(times))
}

/// Elements with the ids `m0`, `m1` and so on, each of which refers to the next.
fn chain(times: usize, one: impl Fn(usize, usize) -> String) -> String {
    (0..times).map(|index| one(index, index + 1)).collect()
}

fn ring(one: impl Fn(usize, usize) -> String) -> String {
    (0..3).map(|index| one(index, (index + 1) % 3)).collect()
}

fn mask(id: usize, next: usize) -> String {
    format!("<mask id='m{id}'><rect width='9' height='9' mask='url(#m{next})'/></mask>")
}

fn clip(id: usize, next: usize) -> String {
    format!("<clipPath id='m{id}' clip-path='url(#m{next})'>{RECT}</clipPath>")
}

fn pattern(id: usize, next: usize) -> String {
    format!(
        "<pattern id='m{id}' width='5' height='5' patternUnits='userSpaceOnUse'>\
         <rect width='9' height='9' fill='url(#m{next})'/></pattern>"
    )
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let digit = DIGITS[(number >> (18 - 6 * place) & 63) as usize] as char;
            text.push(if place > three.len() { '=' } else { digit });
        }
    }
    text
}

fn embedded(kind: &str, bytes: &[u8]) -> String {
    format!("<image width='8' height='8' href='data:image/{kind};base64,{}'/>", base64(bytes))
}

fn filtered(primitives: &str, times: usize) -> String {
    let shown = "<rect width='90' height='90' filter='url(#f)'/>".repeat(times);
    format!("<filter id='f'>{primitives}</filter>{shown}")
}

fn svgs() -> Vec<Picture> {
    const CYCLE: &str = "leads back to itself";
    const DEEP: &str = "nested too deep";
    const LARGE: &str = "too many elements";
    const FILTER: &str = "a filter that cannot be printed";
    const FILTERS: &str = "too many filters";
    const LETTER: &str = "which the fonts of the booklet cannot print";
    const GRADIENT: &str = "a gradient that repeats";
    let text = |words: &str| format!("<text x='5' y='50' font-family='Arial'>{words}</text>");
    let by = |property: &str| format!("<rect width='9' height='9' {property}='url(#m0)'/>");
    let path = "<path d='M0 0L50 50' stroke='red' marker-end='url(#a)'/>";
    let stops = "<stop offset='0'/><stop offset='1' stop-color='red'/>";
    let blur = "<feGaussianBlur stdDeviation='2'/>";
    let laughs = |one: &dyn Fn(usize) -> String| (1..9).map(one).collect::<String>();
    let kinds: Vec<(&str, String, Option<&'static str>)> = vec![
        ("nothing within", String::new(), None),
        ("a rectangle", RECT.to_owned(), None),
        ("use", format!("<g id='a'>{RECT}</g><use href='#a' x='5'/>"), None),
        ("a mask", format!("<mask id='m0'>{RECT}</mask>{}", by("mask")), None),
        ("an arrow", format!("<marker id='a' markerWidth='3' markerHeight='3'><path d='M0 0L5 5'/></marker>{path}"), None),
        ("an arrow by a style sheet", "<style>.l{marker-end:url(#a);stroke:red}</style><marker id='a' markerWidth='3' markerHeight='3'><path d='M0 0L5 5'/></marker><path class='l' d='M0 0L50 50'/>".to_owned(), None),
        ("a gradient above its stops", format!("<g fill='url(#a)'><linearGradient id='a'>{stops}</linearGradient>{RECT}</g>"), None),
        ("gradients from one another", format!("<linearGradient id='a'>{stops}</linearGradient><linearGradient id='b' xlink:href='#a'/><rect width='9' height='9' fill='url(#b)'/>"), None),
        ("a shadow", filtered("<feDropShadow dx='1' dy='1' stdDeviation='1'/>", 3), None),
        ("a link to where it is", format!("<a href='#a' id='a'>{RECT}</a>"), None),
        ("a thousand masks", format!("<mask id='m0'>{RECT}</mask>{}", by("mask").repeat(1000)), None),
        ("a thousand rectangles", RECT.repeat(1000), None),
        ("groups in groups", nested("<g opacity='.9' transform='rotate(1)'>", 40), None),
        ("a use of itself", "<use id='a' href='#a'/>".to_owned(), Some(CYCLE)),
        ("a use of what it is in", "<g id='a'><use href='#a'/></g>".to_owned(), Some(CYCLE)),
        ("uses in a ring", ring(|id, next| format!("<g id='m{id}'><use xlink:href='#m{next}'/></g>")), Some(CYCLE)),
        ("a symbol of itself", "<symbol id='a'><use href='#a'/></symbol><use href='#a'/>".to_owned(), Some(CYCLE)),
        ("a mask of itself", format!("<mask id='m0' mask='url(#m0)'>{RECT}</mask>{}", by("mask")), Some(CYCLE)),
        ("masks in a ring", ring(mask) + &by("mask"), Some(CYCLE)),
        ("clip paths in a ring", ring(clip) + &by("clip-path"), Some(CYCLE)),
        ("patterns in a ring", ring(pattern) + &by("fill"), Some(CYCLE)),
        ("a pattern from itself", "<pattern id='a' href='#a' width='5' height='5'/><rect width='9' height='9' fill='url(#a)'/>".to_owned(), Some(CYCLE)),
        ("a pattern within what it paints", "<g fill='url(#a)'><pattern id='a' width='5' height='5'><rect width='5' height='5'/></pattern></g>".to_owned(), Some(CYCLE)),
        ("a pattern that a style sheet leads back", "<style>rect { fill: url('#a') }</style><pattern id='a' width='5' height='5'><rect width='5' height='5'/></pattern>".to_owned(), Some(CYCLE)),
        ("a pattern by way of a mask", "<pattern id='a' width='5' height='5'><rect width='4' height='4' mask='url(#m)'/></pattern><mask id='m'><rect width='9' height='9' style='fill:url(#a)'/></mask>".to_owned(), Some(CYCLE)),
        ("a gradient from itself", "<linearGradient id='a' href='#a'/>".to_owned(), Some(CYCLE)),
        ("a marker of itself", format!("<marker id='a' markerWidth='3' markerHeight='3'>{path}</marker>"), Some(CYCLE)),
        ("a filter of what it filters", format!("<filter id='f'><feImage href='#a'/></filter><g id='a'><g filter='url(#f)'>{RECT}</g></g>"), Some(FILTER)),
        ("too deep", nested("<g>", 100), Some(DEEP)),
        ("far too deep", nested("<g>", 100_000), Some(DEEP)),
        ("masks after masks", chain(1000, mask) + &by("mask"), Some(DEEP)),
        ("patterns after patterns", chain(1000, pattern) + &by("fill"), Some(DEEP)),
        ("clip paths after clip paths", chain(1000, clip) + &by("clip-path"), Some(DEEP)),
        ("clip paths in clip paths", format!("<clipPath id='c'>{RECT}</clipPath>{}", nested("<g clip-path='url(#c)'>", 40)), Some("clip paths within one another")),
        ("uses of uses", format!("<g id='m0'>{RECT}</g>") + &laughs(&|id| format!("<g id='m{id}'>{}</g>", format!("<use href='#m{}'/>", id - 1).repeat(10))), Some(LARGE)),
        ("masks of masks", format!("<mask id='m0'>{RECT}</mask>") + &laughs(&|id| format!("<mask id='m{id}'>{}</mask>", format!("<rect width='9' height='9' mask='url(#m{})'/>", id - 1).repeat(10))), Some(LARGE)),
        ("arrows at a million corners", format!("<marker id='a' markerWidth='3' markerHeight='3'>{RECT}</marker><path marker-mid='url(#a)' d='M0 0{}'/>", "L1 1".repeat(1_000_000)), Some(LARGE)),
        ("rectangles without end", RECT.repeat(250_000), Some(LARGE)),
        ("a thousand filters", filtered(blur, 1000), Some(FILTERS)),
        ("a filter of a thousand", filtered(&blur.repeat(1000), 1), Some(FILTERS)),
        ("noise", filtered("<feTurbulence baseFrequency='.1' numOctaves='1000000'/>", 1), Some(FILTER)),
        ("thick lines", filtered("<feMorphology radius='1000'/>", 1), Some(FILTER)),
        ("a gradient there and back", format!("<linearGradient id='m0' x2='.2' spreadMethod='reflect'>{stops}</linearGradient>{}", by("fill")), Some(GRADIENT)),
        ("rings of a gradient", format!("<radialGradient id='m0' r='.2' spreadMethod='repeat'>{stops}</radialGradient>{}", by("fill")), Some(GRADIENT)),
        ("letters", text("Sơ đồ ba máy, 100 %"), None),
        ("letters in pieces", text("So\u{31b} \u{111}o\u{302}\u{300}"), None),
        ("letters of a family that is there", "<text y='9' font-family='Liberation Mono' font-weight='bold'>a</text>".to_owned(), None),
        ("invisible signs", text("a\u{ad}b\u{a0}c\u{200b}d"), None),
        ("Han", text("漢"), Some(LETTER)),
        ("Han among letters", text("a漢b"), Some(LETTER)),
        ("Han in a piece", text("a<tspan dx='5'>漢</tspan>"), Some(LETTER)),
        ("a picture of a screen", text("&#x1F5A5;"), Some(LETTER)),
        ("Arabic", text("السلام"), Some(LETTER)),
        ("a letter of one font", text("a\u{f001}"), Some(LETTER)),
        ("a control", text("a\u{7f}"), Some(LETTER)),
        ("Hebrew with points", text("שָׁלוֹם"), Some("marks that a PDF cannot keep as text")),
        ("more words than a picture has", text(&"chữ ".repeat(10_000)), Some("too much text")),
        ("Han where it is not shown", "<title>漢</title><desc>漢</desc>".to_owned(), None),
        ("an image within", embedded("png", &png()), None),
        ("a photograph within", embedded("jpeg", &Jpeg::BASELINE.bytes()), None),
        ("CMYK within", embedded("jpeg", &Jpeg { components: 4, ..Jpeg::BASELINE }.bytes()), Some("an image within the SVG: its colours are CMYK")),
        ("60000 × 60000 within", embedded("png", &Png { data: Some(Vec::new()), ..Png::sized(60_000, 60_000) }.bytes()), Some("an image within the SVG: it is too large")),
        ("a broken image within", embedded("png", &png()[..40]), Some("an image within the SVG: the file breaks off")),
        ("a PNG within that says JPEG", embedded("jpeg", &png()), Some("an image within the SVG: ")),
        ("an image within that is no data", "<image width='8' height='8' href='data:image/png;base64,#'/>".to_owned(), Some("no PNG or JPEG that can be read")),
        ("an image from elsewhere", "<image width='8' height='8' href='a.png'/>".to_owned(), Some("takes something from elsewhere")),
        ("a sign that XML does not have", text("&#xfffe;"), Some("malformed")),
        ("numbers that are none", "<rect width='NaN' height='1e38'/><g transform='scale(1e38) scale(1e38)'><rect width='1e38' height='1'/></g>".to_owned(), None),
    ];
    kinds.into_iter().map(|(name, inner, refused)| picture(name, "svg", svg(&inner, HUNDRED), refused)).collect()
}

/// SVG of unusual sizes.
fn sizes() -> Vec<Picture> {
    const SIZE: &str = "the size of the SVG";
    let kinds = [
        ("no size", "", None),
        ("in millimetres", "width='100mm' height='1in'", None),
        ("in parts", "width='100%' height='100%' viewBox='0 0 9 9'", None),
        ("thin", "width='1' height='50000'", None),
        ("tiny", "width='1e-5' height='1e-5' viewBox='0 0 9 9'", None),
        ("of no width", "width='0' height='0'", Some(SIZE)),
        ("of less than no width", "width='-5' height='5'", Some(SIZE)),
        ("gigantic", "width='1e9' height='1e9'", Some(SIZE)),
        ("beyond numbers", "width='1e38' height='1e38'", Some(SIZE)),
        ("gigantic by its view", "viewBox='0 0 1e30 1e30'", Some(SIZE)),
    ];
    let named = kinds.map(|(name, attributes, refused)| picture(name, "svg", svg(RECT, attributes), refused));
    let plain = picture("no namespace", "svg", b"<svg><g/></svg>".to_vec(), Some("its svg element lacks xmlns"));
    named.into_iter().chain([plain]).collect()
}
