//! `camnang original`: the units of a stored original, or the words of one.

use super::context::CommandContext;
use super::messages::originals as words;
use super::{Failure, Outcome, Status};
use crate::cli::OriginalArgs;
use crate::model::ids::InstrumentId;
use crate::model::provision::Locator;
use crate::originals::quotation::unit_hash;
use crate::originals::tree::{NodeRole, ProvisionTree, TreeNode};
use crate::session::OpenedCorpus;
use crate::session::{FoundUnit, OriginalUnit, StoredTree, find_unit};
use crate::syntax::citation::parse_locator;

/// Prints the units of the originals of an instrument, or one of them whole.
pub fn run(args: &OriginalArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let (id, trees) = trees(&opened, &args.id)?;
    match &args.at {
        Some(at) => {
            let at = place(at)?;
            let (tree, unit) = unit(&id, &trees, &at)?;
            let hash = unit_hash(tree, unit);
            context.out(&format!("# {at} · {id}\n# read: {hash}\n{}\n", tree.text(unit)));
        }
        None => trees.iter().for_each(|stored| print_tree(&stored.tree, context)),
    }
    Ok(Status::Fine)
}

/// Reads the originals of an instrument.
///
/// # Errors
/// There is no such instrument, or no original of it.
pub(super) fn trees(opened: &OpenedCorpus, id: &str) -> Result<(InstrumentId, Vec<StoredTree>), Failure> {
    let id = opened.instrument(id)?.id.clone();
    let trees = opened.original_trees(&id);
    if !trees.is_empty() {
        return Ok((id, trees));
    }
    let has_record = opened.corpus.originals_of(&id).next().is_some();
    let why = if has_record { words::not_believed } else { words::no_original };
    Err(Failure(why(id.as_str())))
}

/// Reads a place as it is cited.
///
/// # Errors
/// It is none.
pub(super) fn place(at: &str) -> Result<Locator, Failure> {
    let read = parse_locator(at).map_err(|error| {
        let problem = crate::syntax::messages::citation::locator_problem(&error, at);
        Failure(words::no_place(at, &problem))
    })?;
    Ok(read.value)
}

/// Finds the unit at a place.
///
/// # Errors
/// The originals have none, or several.
pub(super) fn unit<'t>(
    id: &InstrumentId,
    trees: &'t [StoredTree],
    at: &Locator,
) -> Result<(&'t ProvisionTree, &'t TreeNode), Failure> {
    match find_unit(trees, at) {
        OriginalUnit::One(FoundUnit { stored, unit, differing: _ }) => Ok((&stored.tree, unit)),
        OriginalUnit::Several | OriginalUnit::Disputed(..) => {
            Err(Failure(words::several(id.as_str(), &at.to_string())))
        }
        OriginalUnit::NoUnit | OriginalUnit::NoOriginal | OriginalUnit::NotBelieved => {
            Err(Failure(words::no_unit(id.as_str(), &at.to_string())))
        }
    }
}

fn print_tree(tree: &ProvisionTree, context: &mut CommandContext<'_>) {
    let lines: String = tree.nodes().iter().filter_map(|node| line(tree, node)).collect();
    context.out(&lines);
    for fault in tree.faults() {
        let line = tree.pieces().get(fault.piece).map_or(0, |piece| piece.line + 1);
        context.line(&words::tree_fault(&fault.kind, line));
    }
}

/// One line of the tree: the unit, its title or first words.
fn line(tree: &ProvisionTree, node: &TreeNode) -> Option<String> {
    const SHOWN: usize = 60;
    let unit = node.unit.as_ref().filter(|_| node.role == NodeRole::Unit)?;
    let first = tree.pieces().get(node.pieces.start)?;
    let words = first.text.get(first.label..).unwrap_or_default().trim();
    let words = if node.title.is_empty() { words } else { node.title.as_str() };
    let short: String = words.chars().take(SHOWN).collect();
    let more = if short.len() < words.len() { "…" } else { "" };
    let place = if node.locator.is_none() { " (?)" } else { "" };
    Some(format!("{}{unit}{place}: {short}{more}\n", "  ".repeat(depth(tree, node))))
}

fn depth(tree: &ProvisionTree, node: &TreeNode) -> usize {
    std::iter::successors(node.parent, |at| tree.nodes().get(*at)?.parent).count()
}
