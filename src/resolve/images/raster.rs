//! PNG and JPEG, decoded by what Typst decodes them with: what passes here does not stop it.

use std::io::{Cursor, ErrorKind};

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};
use zune_jpeg::zune_core::colorspace::ColorSpace;

use super::ImageFault;
use crate::resolve::messages::images;

/// The most pixels that an image may have: a page of A4 at 600 dots per inch has 35 million.
const MOST_PIXELS: u64 = 40_000_000;

/// How much compressed data there may be beside the pixels, in bytes: it unfolds to a thousand times as much, and Typst
/// keeps all of that. A colour profile has a few kilobytes.
const MOST_COMPRESSED: usize = 256 * 1024;

/// Returns whether a PNG can be shown.
///
/// # Errors
/// Why it cannot.
pub fn png(bytes: &[u8]) -> Result<(), ImageFault> {
    let is_whole = bytes.get(12..16) == Some(b"IHDR") && bytes.windows(8).any(|chunk| chunk == b"IEND\xaeB`\x82");
    let number = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    let (true, Some(width), Some(height)) = (is_whole, number(16), number(20)) else {
        return Err(images::cut().into());
    };
    pixels(width, height)?;
    if beside_pixels(bytes) > MOST_COMPRESSED {
        return Err(images::unfolds().into());
    }
    decoded(PngDecoder::with_limits(Cursor::new(bytes), Limits::default()))
}

/// The length of the compressed profiles and texts of a PNG.
fn beside_pixels(bytes: &[u8]) -> usize {
    let mut whole = 0;
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((length, chunk)) = rest.split_first_chunk().map(|(four, chunk)| (u32::from_be_bytes(*four), chunk)) {
        let length = length as usize;
        let Some((kind, data)) = chunk.split_first_chunk::<4>() else { break };
        whole += match kind {
            b"iCCP" | b"zTXt" | b"iTXt" => length,
            _ => 0,
        };
        rest = data.get(length.saturating_add(4)..).unwrap_or_default();
    }
    whole
}

/// Returns whether a JPEG can be shown.
///
/// # Errors
/// Why it cannot: JPEG has many kinds that browsers and PDF do not have.
pub fn jpeg(bytes: &[u8]) -> Result<(), ImageFault> {
    let frame = JpegFrame::read(bytes).ok_or_else(images::cut)?;
    match frame.coding {
        // Baseline, extended and progressive.
        0xc0..=0xc2 => {}
        0xc3 => return Err(images::jpeg_lossless().into()),
        0xc9..=0xcb => return Err(images::jpeg_arithmetic().into()),
        _ => return Err(images::jpeg_hierarchical().into()),
    }
    match (frame.precision, frame.components) {
        (8, 1 | 3) => {}
        (8, 4) => return Err(ImageFault { reason: images::cmyk(), advice: Some(images::to_rgb()) }),
        (8, _) => return Err(images::damaged().into()),
        (bits, _) => return Err(images::jpeg_precision(bits).into()),
    }
    pixels(frame.width.into(), frame.height.into())?;
    known_colours(bytes)?;
    decoded(JpegDecoder::new(Cursor::new(bytes)))
}

/// Whether the writer of the PDF takes the colours for what they are: it takes those that Adobe's programs do not name
/// for CMYK, however many components they have.
fn known_colours(bytes: &[u8]) -> Result<(), ImageFault> {
    let mut decoder = zune_jpeg::JpegDecoder::new(Cursor::new(bytes));
    decoder.decode_headers().map_err(|_| images::damaged())?;
    match decoder.input_colorspace() {
        Some(ColorSpace::Luma | ColorSpace::YCbCr | ColorSpace::RGB) => Ok(()),
        _ => Err(ImageFault { reason: images::jpeg_colours(), advice: Some(images::to_rgb()) }),
    }
}

fn pixels(width: u32, height: u32) -> Result<(), ImageFault> {
    match u64::from(width) * u64::from(height) {
        0 => Err(images::no_pixels().into()),
        1..=MOST_PIXELS => Ok(()),
        _ => Err(images::too_many_pixels(width, height, MOST_PIXELS).into()),
    }
}

/// The same way to the pixels as that of Typst.
fn decoded(decoder: ImageResult<impl ImageDecoder>) -> Result<(), ImageFault> {
    let image = decoder.and_then(|mut decoder| {
        decoder.set_limits(Limits::default())?;
        DynamicImage::from_decoder(decoder)
    });
    match image {
        Ok(_) => Ok(()),
        Err(ImageError::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => Err(images::cut().into()),
        Err(ImageError::Limits(_)) => Err(images::unfolds().into()),
        Err(_) => Err(images::damaged().into()),
    }
}

/// What a JPEG says of itself before its pixels.
struct JpegFrame {
    /// The marker that begins it, which is the way in which the pixels are stored.
    coding: u8,
    precision: u8,
    width: u16,
    height: u16,
    components: u8,
}

impl JpegFrame {
    /// Reads from segment to segment, up to the mark of the end; what cameras put after it does no harm. `None` where the
    /// file ends before that.
    fn read(bytes: &[u8]) -> Option<JpegFrame> {
        let mut frame = None;
        let mut at = 2;
        loop {
            let (marker, after) = next_marker(bytes, at)?;
            match marker {
                0xd9 => return frame,
                // Marks without a segment, and bytes of pixels that look like one.
                0x00 | 0x01 | 0xd0..=0xd8 => at = after,
                _ => {
                    let length = number(bytes, after)?;
                    if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
                        frame = Some(JpegFrame {
                            coding: marker,
                            precision: *bytes.get(after + 2)?,
                            height: number(bytes, after + 3)?,
                            width: number(bytes, after + 5)?,
                            components: *bytes.get(after + 7)?,
                        });
                    }
                    at = after + usize::from(length);
                }
            }
        }
    }
}

/// The next marker, and where what follows it begins.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let mut after = at + bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
    while *bytes.get(after)? == 0xff {
        after += 1;
    }
    Some((*bytes.get(after)?, after + 1))
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}
