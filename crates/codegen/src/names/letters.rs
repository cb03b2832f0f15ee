//! Letters in names: Latin, Greek and Cyrillic ones as ASCII letters, so that no identifier looks like
//! another, is not normalised, or mixes scripts, of all of which the compiler warns.

use std::borrow::Cow;
use std::fmt::Write as _;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The name with letters that identifiers can have.
///
/// What is composed of letters (`ﬁ`) becomes these, and other forms of a letter (the micro sign) the
/// letter. The usual letters with diacritics (`ö`) and the letters of scripts that are not taken for
/// Latin ones (`名`) stay as they are; any other is written as its code point.
pub(super) fn readable(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let mut readable = String::new();
    for letter in ComposingNormalizerBorrowed::new_nfkc().normalize(name).chars() {
        push(&mut readable, letter);
    }
    Cow::Owned(readable)
}

fn push(readable: &mut String, letter: char) {
    if letter.is_ascii() || is_kept(letter) {
        readable.push(letter);
        return;
    }
    if let Some(spelled) = spelled(letter) {
        readable.push_str(&spelled);
        return;
    }
    let mut single = [0; 4];
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(letter.encode_utf8(&mut single));
    let base = parts.chars().next().unwrap_or(letter);
    if base.is_ascii_alphanumeric() {
        readable.push(base);
    } else if let Some(spelled) = spelled(base) {
        readable.push_str(&spelled);
    } else if !letter.is_alphanumeric() {
        // Marks belong to the letter before; anything else separates words.
        if !matches!(letter, '\u{300}'..='\u{36f}') {
            readable.push(letter);
        }
    } else {
        let _ = write!(readable, "u{:x}", u32::from(letter));
    }
}

/// Letters that look like no Latin letter and like no other of these.
fn is_kept(letter: char) -> bool {
    const SIMPLE_STROKES: &str = "一丨丶丿乙二八力十卜厂口工夕夂ニロハエカトタヘへー";
    let usual_diacritics = matches!(letter, 'À'..='ÿ') && !"ÆÐ×ØÞßæð÷øþ".contains(letter);
    let other_scripts = matches!(letter,
        '\u{0900}'..='\u{0e7f}' | '\u{3041}'..='\u{30fe}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    usual_diacritics
        || (other_scripts
            && letter.is_alphanumeric()
            && !letter.is_numeric()
            && !SIMPLE_STROKES.contains(letter))
}

/// How a letter is written in ASCII: in capitals where it is one.
fn spelled(letter: char) -> Option<String> {
    let mut lower = letter.to_lowercase();
    let (Some(small), None) = (lower.next(), lower.next()) else { return None };
    let text = latin(small).or_else(|| greek(small)).or_else(|| cyrillic(small))?;
    if small == letter {
        return Some(text.to_owned());
    }
    let (first, rest) = text.split_at_checked(1)?;
    Some(format!("{}{rest}", first.to_ascii_uppercase()))
}

fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ĸ' => "k",
        'ł' => "l",
        'ŋ' => "ng",
        'þ' => "th",
        'ŧ' => "t",
        'ƒ' => "f",
        'ə' => "e",
        _ => return None,
    })
}

fn greek(letter: char) -> Option<&'static str> {
    Some(match letter {
        'α' => "alpha",
        'β' => "beta",
        'γ' => "gamma",
        'δ' => "delta",
        'ε' => "epsilon",
        'ζ' => "zeta",
        'η' => "eta",
        'θ' => "theta",
        'ι' => "iota",
        'κ' => "kappa",
        'λ' => "lambda",
        'μ' => "mu",
        'ν' => "nu",
        'ξ' => "xi",
        'ο' => "omicron",
        'π' => "pi",
        'ρ' => "rho",
        'σ' | 'ς' => "sigma",
        'τ' => "tau",
        'υ' => "upsilon",
        'φ' => "phi",
        'χ' => "chi",
        'ψ' => "psi",
        'ω' => "omega",
        _ => return None,
    })
}

fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ё' => "yo",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'ї' => "yi",
        'й' | 'ы' => "y",
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ђ' => "dj",
        'ћ' => "c",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'џ' => "dz",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "hard",
        'ь' => "soft",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}
