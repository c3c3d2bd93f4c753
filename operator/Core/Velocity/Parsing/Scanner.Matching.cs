namespace DirectRoute.Core.Velocity.Parsing;

internal sealed partial class Scanner
{
    private static readonly (string Text, TokenKind Kind)[] Operators =
    [
        ("-", TokenKind.Minus), ("+", TokenKind.Plus), ("*", TokenKind.Multiply), ("/", TokenKind.Divide), ("%", TokenKind.Modulo),
        ("&&", TokenKind.And), ("and", TokenKind.And), ("||", TokenKind.Or), ("or", TokenKind.Or),
        ("<", TokenKind.Less), ("lt", TokenKind.Less), ("<=", TokenKind.LessOrEqual), ("le", TokenKind.LessOrEqual),
        (">", TokenKind.Greater), ("gt", TokenKind.Greater), (">=", TokenKind.GreaterOrEqual), ("ge", TokenKind.GreaterOrEqual),
        ("==", TokenKind.Equal), ("eq", TokenKind.Equal), ("!=", TokenKind.NotEqual), ("ne", TokenKind.NotEqual),
        ("!", TokenKind.Not), ("not", TokenKind.Not), ("=", TokenKind.Assign),
    ];

    private static readonly (string Text, TokenKind Kind)[] Keywords =
    [
        ("if", TokenKind.If), ("{if}", TokenKind.If), ("elseif", TokenKind.ElseIf), ("{elseif}", TokenKind.ElseIf),
    ];

    private TokenKind best;
    private int longest;
    private int backslashes;

    /// <summary>The token that matches the most text here; of equals, the first of <see cref="TokenKind"/>.</summary>
    private (TokenKind Kind, int Length) Match()
    {
        longest = 0;
        best = TokenKind.EndOfFile;
        switch (state)
        {
            case LexicalState.Default:
                Consider(TokenKind.EscapeDirective, EscapedDirective());
                Consider(TokenKind.Set, SetDirective());
                Signs();
                Consider(TokenKind.DoubleEscape, Literal("\\\\"));
                Consider(TokenKind.Escape, Literal("\\"));
                Consider(TokenKind.Text, PlainText());
                EmptyIndex();
                break;
            case LexicalState.Reference:
            case LexicalState.Modifier:
                Consider(TokenKind.IndexOpen, Literal("["));
                if (state == LexicalState.Modifier) Consider(TokenKind.ParenthesisOpen, Literal("("));
                Consider(TokenKind.Set, SetDirective());
                Signs();
                Names();
                Consider(TokenKind.CurlyOpen, Literal("{"));
                Consider(TokenKind.CurlyClose, Literal("}"));
                Consider(TokenKind.ReferenceTerminator, 1);
                if (state == LexicalState.Reference) EmptyIndex();
                break;
            case LexicalState.Arguments:
                Lists();
                Consider(TokenKind.ArgumentsClose, Literal(")"));
                Consider(TokenKind.Set, SetDirective());
                Signs();
                Constants();
                Names();
                break;
            case LexicalState.Index:
                Consider(TokenKind.IndexClose, Literal("]"));
                Signs();
                Constants();
                break;
            case LexicalState.Directive:
                Lists();
                Consider(TokenKind.ParenthesisOpen, Literal("("));
                Consider(TokenKind.ParenthesisClose, Terminated(")"));
                Signs();
                Constants();
                foreach (var (word, kind) in Operators) Consider(kind, Literal(word));
                Words();
                break;
            case LexicalState.PreDirective:
                Signs();
                Consider(TokenKind.End, Math.Max(Terminated("end"), Terminated("{end}")));
                foreach (var (word, kind) in Keywords) Consider(kind, Literal(word));
                Consider(TokenKind.Else, Math.Max(Terminated("else"), Terminated("{else}")));
                Numbers();
                Words();
                Consider(TokenKind.DirectiveTerminator, 1);
                break;
            case LexicalState.LineComment:
                Signs();
                Consider(TokenKind.LineComment, LineEnd(position));
                Consider(TokenKind.Ignored, 1);
                break;
            case LexicalState.BlockComment:
            case LexicalState.FormalComment:
                Signs();
                Consider(state == LexicalState.BlockComment ? TokenKind.BlockComment : TokenKind.FormalComment, Literal("*#"));
                Consider(TokenKind.Ignored, 1);
                break;
            case LexicalState.Textblock:
                Signs();
                Consider(TokenKind.Textblock, Literal("]]#"));
                Consider(TokenKind.Ignored, 1);
                break;
        }
        return (best, longest);
    }

    private void Consider(TokenKind kind, int length)
    {
        if (length > longest) (best, longest) = (kind, length);
    }

    /// <summary>What may begin anywhere.</summary>
    private void Signs()
    {
        var dollar = Backslashes();
        if (At(dollar) == '$')
        {
            Consider(TokenKind.Dollar, dollar + 1 - position);
            var bang = Skip('\\', dollar + 1);
            if (At(bang) == '!') Consider(TokenKind.DollarBang, bang + 1 - position);
        }
        if (At(position) != '#') return;
        Consider(TokenKind.TextblockStart, Literal("#[["));
        if (Literal("#**") > 0 && position + 3 < text.Length && At(position + 3) != '#') Consider(TokenKind.FormalCommentStart, 4);
        Consider(TokenKind.BlockCommentStart, Literal("#*"));
        Consider(TokenKind.Hash, 1);
        if (state is LexicalState.Default or LexicalState.Reference or LexicalState.Directive or LexicalState.PreDirective)
        {
            Consider(TokenKind.LineCommentStart, Literal("##"));
        }
    }

    private void Lists()
    {
        Consider(TokenKind.BracketOpen, Literal("["));
        Consider(TokenKind.BracketClose, Literal("]"));
        Consider(TokenKind.Comma, Literal(","));
        Consider(TokenKind.DoubleDot, Literal(".."));
        Consider(TokenKind.Colon, Literal(":"));
        Consider(TokenKind.MapOpen, Literal("{"));
        Consider(TokenKind.MapClose, Literal("}"));
    }

    private void Constants()
    {
        var end = position;
        while (At(end) is ' ' or '\t' or '\n' or '\r') end++;
        Consider(TokenKind.WhiteSpace, end - position);
        Consider(TokenKind.StringLiteral, StringLiteral());
        Consider(TokenKind.True, Literal("true"));
        Consider(TokenKind.False, Literal("false"));
        Numbers();
    }

    private void Names()
    {
        Consider(TokenKind.True, Literal("true"));
        Consider(TokenKind.False, Literal("false"));
        if (char.IsAsciiLetter(At(position)) || At(position) == '_')
        {
            var end = position + 1;
            while (char.IsAsciiLetterOrDigit(At(end)) || At(end) is '-' or '_') end++;
            Consider(TokenKind.Identifier, end - position);
        }
        if (At(position) == '.' && char.IsAsciiLetter(At(position + 1))) Consider(TokenKind.Dot, 2);
    }

    private void Words()
    {
        Consider(TokenKind.Word, Word(position));
        if (At(position) == '{' && Word(position + 1) is > 0 and var length && At(position + 1 + length) == '}')
        {
            Consider(TokenKind.BracketedWord, length + 2);
        }
    }

    private void Numbers()
    {
        var start = At(position) == '-' ? position + 1 : position;
        var digits = Digits(start);
        if (digits > start)
        {
            Consider(TokenKind.Integer, (At(digits) == '.' && At(digits + 1) == '.' ? digits + 2 : digits) - position);
            if (Exponent(digits) is var e && e > digits) Consider(TokenKind.FloatingPoint, e - position);
        }
        if (At(digits) != '.') return;
        var fraction = Digits(digits + 1);
        if (digits > start || fraction > digits + 1) Consider(TokenKind.FloatingPoint, Exponent(fraction) - position);
    }

    private int Exponent(int at)
    {
        if (At(at) is not ('e' or 'E')) return at;
        var sign = At(at + 1) is '+' or '-' ? at + 2 : at + 1;
        var end = Digits(sign);
        return end > sign ? end : at;
    }

    private int Digits(int at)
    {
        while (char.IsAsciiDigit(At(at))) at++;
        return at;
    }

    private int Word(int at)
    {
        if (!char.IsAsciiLetter(At(at)) && At(at) is not ('_' or '@')) return 0;
        var end = at + 1;
        while (char.IsAsciiLetterOrDigit(At(end)) || At(end) is '_' or '@') end++;
        return end - at;
    }

    /// <summary>An odd number of backslashes before what looks like a directive.</summary>
    private int EscapedDirective()
    {
        var hash = Backslashes();
        if ((hash - position) % 2 == 0 || At(hash) != '#') return 0;
        if (Word(hash + 1) is > 0 and var plain) return hash + 1 + plain - position;
        return At(hash + 1) == '{' && Word(hash + 2) is > 0 and var length && At(hash + 2 + length) == '}' ? hash + 3 + length - position : 0;
    }

    /// <summary><c>#set(</c> with the blanks before it, which are not printed.</summary>
    private int SetDirective()
    {
        var hash = position;
        while (At(hash) is ' ' or '\t') hash++;
        var name = LiteralAt(hash, "#set") + LiteralAt(hash, "#{set}");
        if (name == 0) return 0;
        var parenthesis = Skip(' ', hash + name);
        return At(parenthesis) == '(' ? parenthesis + 1 - position : 0;
    }

    /// <summary>Everything up to the quote that ends it; a doubled quote does not.</summary>
    private int StringLiteral()
    {
        var quote = At(position);
        if (quote is not ('"' or '\'')) return 0;
        var end = 0;
        for (var i = position + 1; i < text.Length; i++)
        {
            if (text[i] != quote) continue;
            end = i + 1 - position;
            if (At(i + 1) != quote) break;
            i++;
        }
        return end;
    }

    private int PlainText()
    {
        var rest = text.AsSpan(position);
        var end = rest.IndexOfAny('$', '#', '\\');
        return end < 0 ? rest.Length : end;
    }

    private void EmptyIndex() => Consider(TokenKind.EmptyIndex, Math.Max(Math.Max(Literal("$["), Literal("$.")), Math.Max(Literal("$!["), Literal("$\\!["))));

    /// <summary>A word, with blanks and the line end that follow, if a line end does.</summary>
    private int Terminated(string word)
    {
        var length = Literal(word);
        if (length == 0) return 0;
        var end = position + length;
        while (At(end) is ' ' or '\t') end++;
        return LineEnd(end) is > 0 and var line ? end + line - position : length;
    }

    private int LineEnd(int at) => At(at) switch
    {
        '\n' => 1,
        '\r' => At(at + 1) == '\n' ? 2 : 1,
        _ => 0,
    };

    /// <summary>The end of the backslashes here; remembered, for every second one of a long row asks again.</summary>
    private int Backslashes()
    {
        if (position >= backslashes) backslashes = Skip('\\', position);
        return At(position) == '\\' ? backslashes : position;
    }

    private int Skip(char c, int at)
    {
        while (At(at) == c) at++;
        return at;
    }

    private int Literal(string word) => LiteralAt(position, word);

    private int LiteralAt(int at, string word) =>
        at <= text.Length && text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) ? word.Length : 0;

    private char At(int at) => at < text.Length ? text[at] : '\0';
}
