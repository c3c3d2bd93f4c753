using System.Diagnostics.CodeAnalysis;

namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>
/// Cuts a template into tokens as Velocity 1.7 does: the longest match in the present state wins, and a token may change the state.
/// Only the parser's progress makes it go on, for the parser changes the state too.
/// </summary>
internal sealed partial class Scanner(string text)
{
    private readonly Stack<(LexicalState State, int Opened, int Closed)> states = new();
    private LexicalState state = LexicalState.Default;
    private int position;
    private int opened;
    private int closed;
    private bool inComment;

    /// <summary>Inside of a <c>#set</c>; the parser ends it.</summary>
    public bool InSet { get; set; }

    /// <summary>Whether a parenthesis follows, after blanks and line ends; looks only.</summary>
    public bool ParenthesisFollows()
    {
        var i = position;
        while (i < text.Length && text[i] is ' ' or '\t' or '\n' or '\r') i++;
        return i < text.Length && text[i] == '(';
    }

    /// <summary>The parser has read a directive's name.</summary>
    public void EnterDirective() => state = LexicalState.Directive;

    /// <summary>The state before the present one.</summary>
    public bool Leave()
    {
        if (!states.TryPop(out var previous))
        {
            opened = 0;
            state = LexicalState.Default;
            return false;
        }
        (state, opened, closed) = previous;
        return true;
    }

    /// <summary>The next token, or where nothing that the language knows begins.</summary>
    public bool TryNext([NotNullWhen(true)] out Token? token, out int fault)
    {
        var start = position;
        var before = "";
        token = null;
        fault = 0;
        while (true)
        {
            if (position >= text.Length)
            {
                fault = text.Length;
                if (start < text.Length) return false;
                token = new Token(TokenKind.EndOfFile, "", before, start, start);
                return true;
            }
            var (kind, length) = Match();
            fault = position;
            if (length == 0) return false;
            position += length;
            switch (kind)
            {
                case TokenKind.Dollar or TokenKind.DollarBang or TokenKind.Hash
                    or TokenKind.TextblockStart or TokenKind.FormalCommentStart or TokenKind.BlockCommentStart:
                    Begin(kind);
                    break;
                case TokenKind.Ignored:
                    if (state != LexicalState.Textblock) start = position;
                    break;
                case TokenKind.ReferenceTerminator or TokenKind.DirectiveTerminator:
                    before += Signs(text.AsSpan(start, position - start));
                    start = --position;
                    Leave();
                    break;
                default:
                    token = Complete(kind, start, before);
                    return true;
            }
        }
    }

    /// <summary>Signs that begin a token whose kind is not yet known.</summary>
    private void Begin(TokenKind kind)
    {
        if (kind == TokenKind.FormalCommentStart && !inComment) position--;
        if (inComment) return;
        if (kind is TokenKind.TextblockStart or TokenKind.FormalCommentStart or TokenKind.BlockCommentStart)
        {
            inComment = true;
            Enter(kind switch
            {
                TokenKind.TextblockStart => LexicalState.Textblock,
                TokenKind.FormalCommentStart => LexicalState.FormalComment,
                _ => LexicalState.BlockComment,
            });
            return;
        }
        if (state == LexicalState.Reference || (kind == TokenKind.Hash && state == LexicalState.Modifier)) Leave();
        Enter(kind == TokenKind.Hash ? LexicalState.PreDirective : LexicalState.Reference);
    }

    private Token Complete(TokenKind kind, int start, string before)
    {
        var image = text[start..position];
        switch (kind)
        {
            case TokenKind.IndexOpen:
                Enter(LexicalState.Index);
                break;
            case TokenKind.IndexClose or TokenKind.CurlyClose or TokenKind.End or TokenKind.Else:
                Leave();
                break;
            case TokenKind.ParenthesisOpen:
                if (!inComment) opened++;
                if (state == LexicalState.Modifier) state = LexicalState.Arguments;
                break;
            case TokenKind.ParenthesisClose:
                CloseParenthesis();
                break;
            case TokenKind.ArgumentsClose:
                state = LexicalState.Reference;
                break;
            case TokenKind.Set when !inComment:
                Enter(LexicalState.Directive);
                InSet = true;
                opened++;
                break;
            case TokenKind.LineCommentStart when !inComment:
                if (state == LexicalState.Reference) Leave();
                inComment = true;
                Enter(LexicalState.LineComment);
                break;
            case TokenKind.LineComment or TokenKind.FormalComment or TokenKind.BlockComment or TokenKind.Textblock:
                inComment = false;
                Leave();
                break;
            case TokenKind.StringLiteral:
                if (state == LexicalState.Directive && !InSet && opened == 0) Leave();
                break;
            case TokenKind.If or TokenKind.ElseIf:
                state = LexicalState.Directive;
                break;
            case TokenKind.Integer:
                if (image.EndsWith("..", StringComparison.Ordinal))
                {
                    position -= 2;
                    image = image[..^2];
                }
                if (opened == 0 && !InSet && state is not (LexicalState.Arguments or LexicalState.Index)) Leave();
                break;
            case TokenKind.FloatingPoint:
                if (opened == 0 && !InSet && state != LexicalState.Arguments) Leave();
                break;
            case TokenKind.Dot:
                position--;
                image = ".";
                state = LexicalState.Modifier;
                break;
        }
        return new Token(kind, image, before, start, position);
    }

    private void Enter(LexicalState next)
    {
        states.Push((state, opened, closed));
        opened = 0;
        state = next;
    }

    /// <summary>Drops to the state that has the open parenthesis; at the bottom it was only text.</summary>
    private void CloseParenthesis()
    {
        if (inComment) return;
        while (true)
        {
            if (opened > 0)
            {
                if (opened == closed + 1) Leave();
                else closed++;
                return;
            }
            if (!Leave()) return;
        }
    }

    /// <summary>What Velocity prints of signs that begin nothing: dollars, hashes, and backslashes directly before a dollar. A <c>!</c> is lost.</summary>
    private static string Signs(ReadOnlySpan<char> image)
    {
        var signs = new System.Text.StringBuilder();
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] is '#' or '$') signs.Append(image[i]);
            if (image[i] != '\\') continue;
            var j = i;
            while (j < image.Length && image[j] == '\\') j++;
            if (j >= image.Length || image[j] != '$') continue;
            signs.Append(image[i..(j + 1)]);
            i = j + 1;
        }
        return signs.ToString();
    }
}
