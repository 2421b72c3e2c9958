//! Places that leave out what the next one names: `điểm a hoặc phần quy định tại điểm c khoản 4 Điều 10`.

use super::owner::{is_open, lists};
use super::token::Tokens;
use crate::model::citation::{Found, Path, Step, Target};

/// Puts each such place into the units around the next one.
pub(super) fn complete(tokens: &Tokens<'_>, found: &mut [Found]) {
    for index in (1..found.len()).rev() {
        let Some((before, next)) = found.split_at_mut_checked(index) else { break };
        let (Some(place), Some(next)) = (before.last_mut(), next.first()) else { break };
        if let Some(cited) = is_open(place).then(|| completed(tokens, place, next)).flatten() {
            place.cited.iter_mut().zip(cited).for_each(|(cited, target)| cited.target = target);
        }
    }
}

/// The places of `place` within the units around those of `next`; `None` where they lack nothing, or no list joins the two.
fn completed(tokens: &Tokens<'_>, place: &Found, next: &Found) -> Option<Vec<Target>> {
    let first = path(&next.cited.first()?.target)?;
    let within = |path: &Path| {
        let kind = path.steps().first().filter(|_| path.needs_context())?.kind();
        let around = first.steps().iter().position(|step| step.kind() == kind)?;
        let steps: Vec<Step> = first.steps().iter().take(around).chain(path.steps()).cloned().collect();
        (around > 0).then(|| Path::new(steps)).flatten().map(Target::One)
    };
    let joined = !place.cited.is_empty() && (lists(tokens, place, next) || is_inserted(tokens, place, next));
    joined.then(|| place.cited.iter().map(|cited| within(path(&cited.target)?)).collect()).flatten()
}

/// `bổ sung khoản 4a vào sau khoản 4 Điều 148`.
fn is_inserted(tokens: &Tokens<'_>, place: &Found, next: &Found) -> bool {
    let after = tokens.at_byte(place.range.end.saturating_sub(1)) + 1;
    let inserts = ["vào sau", "vào trước"].iter().find_map(|words| tokens.phrase(after, words));
    inserts == Some(tokens.at_byte(next.range.start))
}

fn path(target: &Target) -> Option<&Path> {
    match target {
        Target::One(path) => Some(path),
        Target::Span { .. } | Target::Faulty(_) => None,
    }
}
