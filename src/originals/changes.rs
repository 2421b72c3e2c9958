//! Two originals article by article, for a decree and its successor: numbers change, and most of the words stay.

use std::collections::BTreeSet;

use super::tree::{ProvisionTree, TreeNode};
use crate::model::provision::UnitKind;

/// The fate of an article between two originals.
#[derive(Clone, Copy, Debug)]
pub enum ArticleChange<'t> {
    /// The words are the same, the place is not.
    Moved {
        before: &'t TreeNode,
        after: &'t TreeNode,
    },
    Changed {
        before: &'t TreeNode,
        after: &'t TreeNode,
    },
    New(&'t TreeNode),
    Gone(&'t TreeNode),
}

/// How alike two articles are that are one and its new wording, as the share of runs of three words that both have.
const ALIKE: f64 = 0.3;

/// Compares two originals: what is in the later one, in its order, then what is gone. Articles that are the same at the same
/// place are left out.
pub fn changes<'t>(before: &'t ProvisionTree, after: &'t ProvisionTree) -> Vec<ArticleChange<'t>> {
    let mut former: Vec<ComparedArticle<'t>> = articles(before);
    let later = articles(after);
    // The same words first, so that no article that is only like them takes their place.
    let mut pairs: Vec<Option<ComparedArticle<'t>>> =
        later.iter().map(|one| take(&mut former, |it| it.words == one.words)).collect();
    for (one, pair) in later.iter().zip(&mut pairs) {
        if pair.is_none() {
            *pair = most_like(&mut former, one);
        }
    }
    let paired = later.iter().zip(pairs).filter_map(|(one, pair)| change(one, pair));
    paired.chain(former.into_iter().map(|gone| ArticleChange::Gone(gone.node))).collect()
}

struct ComparedArticle<'t> {
    node: &'t TreeNode,
    /// Without the label of the article.
    words: Vec<&'t str>,
    runs: BTreeSet<[&'t str; 3]>,
}

fn articles(tree: &ProvisionTree) -> Vec<ComparedArticle<'_>> {
    let article = |node| {
        let words: Vec<&str> = tree
            .lines(node)
            .enumerate()
            .flat_map(|(at, piece)| {
                let label = if at == 0 { piece.label } else { 0 };
                piece.text.get(label..).unwrap_or_default().split_whitespace()
            })
            .collect();
        let runs = words.windows(3).filter_map(|run| run.try_into().ok()).collect();
        ComparedArticle { node, words, runs }
    };
    tree.units(UnitKind::Article).map(article).collect()
}

fn take<'t>(
    articles: &mut Vec<ComparedArticle<'t>>,
    is_it: impl Fn(&ComparedArticle<'t>) -> bool,
) -> Option<ComparedArticle<'t>> {
    articles.iter().position(is_it).map(|at| articles.remove(at))
}

fn most_like<'t>(articles: &mut Vec<ComparedArticle<'t>>, one: &ComparedArticle<'t>) -> Option<ComparedArticle<'t>> {
    let likeness = |other: &ComparedArticle<'t>| {
        let shared = other.runs.intersection(&one.runs).count();
        let all = other.runs.len() + one.runs.len() - shared;
        if all == 0 { 0.0 } else { shared as f64 / all as f64 }
    };
    let best = articles.iter().map(likeness).enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
    let (at, _) = best.filter(|(_, likeness)| *likeness >= ALIKE)?;
    Some(articles.remove(at))
}

fn change<'t>(after: &ComparedArticle<'t>, before: Option<ComparedArticle<'t>>) -> Option<ArticleChange<'t>> {
    let Some(before) = before else { return Some(ArticleChange::New(after.node)) };
    let (same_words, same_place) = (before.words == after.words, before.node.locator == after.node.locator);
    let (before, after) = (before.node, after.node);
    match (same_words, same_place) {
        (true, true) => None,
        (true, false) => Some(ArticleChange::Moved { before, after }),
        (false, _) => Some(ArticleChange::Changed { before, after }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::originals::text::OriginalText;

    #[test]
    fn articles_are_moved_changed_new_and_gone() {
        let read = |text: &str| ProvisionTree::read(&OriginalText::parse(text));
        let before = read(
            "Điều 1. Máy\nMáy là máy.\nĐiều 2. Sổ\nCơ quan lập sổ máy và giữ sổ trong năm năm.\nĐiều 3. Xe\nXe có bánh.\nĐiều 4. Nhà\nNhà có cửa.",
        );
        let after = read(
            "Điều 1. Máy\nMáy là máy.\nĐiều 2. Nhà\nNhà có cửa.\nĐiều 3. Sổ\nCơ quan lập sổ máy và giữ sổ trong mười năm.\nĐiều 4. Tàu\nTàu đi sông.",
        );
        let shown = |node: &TreeNode| node.locator.as_ref().unwrap().to_string();
        let found: Vec<String> = changes(&before, &after)
            .into_iter()
            .map(|change| match change {
                ArticleChange::Moved { before, after } => format!("moved {} {}", shown(before), shown(after)),
                ArticleChange::Changed { before, after } => format!("changed {} {}", shown(before), shown(after)),
                ArticleChange::New(node) => format!("new {}", shown(node)),
                ArticleChange::Gone(node) => format!("gone {}", shown(node)),
            })
            .collect();
        assert_eq!(found, ["moved Điều 4 Điều 2", "changed Điều 2 Điều 3", "new Điều 4", "gone Điều 3"]);
    }
}
