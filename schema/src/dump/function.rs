//! Functions of literals that are literals: hashes, and bytes in other spellings.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

use super::Problem;
use super::lexer::{Lexer, Token};
use super::value::{hex, unexpected, value};
use crate::stored::Literal;

/// A function of literals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Md5,
    Sha1,
    Sha2,
    Password,
    Unhex,
    FromBase64,
}

impl Function {
    pub(super) fn named(word: &[u8]) -> Option<Self> {
        Some(match word.to_ascii_uppercase().as_slice() {
            b"MD5" => Self::Md5,
            b"SHA" | b"SHA1" => Self::Sha1,
            b"SHA2" => Self::Sha2,
            b"PASSWORD" => Self::Password,
            b"UNHEX" => Self::Unhex,
            b"FROM_BASE64" => Self::FromBase64,
            _ => return None,
        })
    }

    /// Reads the call behind the name, and answers the piece after it.
    pub(super) fn call<'a>(self, lexer: &mut Lexer<'a>) -> Result<(Literal, Token<'a>), Problem> {
        match lexer.next()? {
            Token::Mark(b'(') => {}
            other => return Err(unexpected("'('", &other)),
        }
        let first = lexer.next()?;
        let (argument, mut next) = value(lexer, first)?;
        let mut bits = 256;
        if self == Self::Sha2 && next == Token::Mark(b',') {
            bits = match lexer.next()? {
                Token::Number(digits) => String::from_utf8_lossy(digits).parse().unwrap_or(1),
                other => return Err(unexpected("a number", &other)),
            };
            next = lexer.next()?;
        }
        if next != Token::Mark(b')') {
            return Err(unexpected("')'", &next));
        }
        let literal = match argument {
            Literal::Null => Literal::Null,
            Literal::String(bytes) | Literal::Bytes(bytes) => self.of(&bytes, bits),
            Literal::Number(digits) => self.of(digits.as_bytes(), bits),
            _ => return Err(unexpected("a literal", &Token::Mark(b'('))),
        };
        Ok((literal, lexer.next()?))
    }

    fn of(self, bytes: &[u8], bits: u16) -> Literal {
        let digits = |hash: &[u8]| -> String { hash.iter().map(|byte| format!("{byte:02x}")).collect() };
        let text = match self {
            Self::Md5 => digits(&Md5::digest(bytes)),
            Self::Sha1 => digits(&Sha1::digest(bytes)),
            Self::Sha2 => match bits {
                224 => digits(&Sha224::digest(bytes)),
                0 | 256 => digits(&Sha256::digest(bytes)),
                384 => digits(&Sha384::digest(bytes)),
                512 => digits(&Sha512::digest(bytes)),
                _ => return Literal::Null,
            },
            Self::Password if bytes.is_empty() => String::new(),
            Self::Password => format!("*{}", digits(&Sha1::digest(Sha1::digest(bytes)))).to_ascii_uppercase(),
            Self::Unhex => return hex(bytes).map_or(Literal::Null, Literal::String),
            Self::FromBase64 => return from_base64(bytes).map_or(Literal::Null, Literal::String),
        };
        Literal::String(text.into_bytes())
    }
}

/// White space does not count.
fn from_base64(text: &[u8]) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    STANDARD.decode(digits).ok()
}
