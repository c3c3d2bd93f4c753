namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>A piece of the template. Tokens are linked, because the text of a construct is the text of its tokens.</summary>
internal sealed class Token(TokenKind kind, string image, string before, int start, int end)
{
    public TokenKind Kind { get; } = kind;

    /// <summary>The text as Velocity keeps it: a reference loses its escapes, a dot the letter that it was recognized by.</summary>
    public string Image { get; set; } = image;

    /// <summary>Dollar and hash signs directly before the token that begin nothing.</summary>
    public string Before { get; } = before;

    /// <summary>Where the token begins in the template.</summary>
    public int Start { get; } = start;

    /// <summary>Where what follows begins.</summary>
    public int End { get; } = end;

    public Token? Next { get; set; }

    /// <summary>What a construct that holds the token prints of it when it stands for its own text.</summary>
    public string Literal => Kind == TokenKind.BlockComment ? "" : Before.Length == 0 ? Image : Before + Image;

    /// <summary>The text from one token to another, both included.</summary>
    public static string LiteralOf(Token first, Token last)
    {
        if (first == last) return first.Literal;
        var text = new System.Text.StringBuilder();
        for (var token = first; token is not null; token = token.Next)
        {
            text.Append(token.Literal);
            if (token == last) break;
        }
        return text.ToString();
    }
}
