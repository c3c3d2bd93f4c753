using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>
/// Reads a template into statements. It takes what Velocity 1.7 takes and refuses what that refuses; a method that finds a fault notes it and returns null.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>More nested constructs than any template has, and fewer than a thread's stack holds.</summary>
    private const int MaximumDepth = 64;

    private readonly string text;
    private readonly Scanner scanner;
    private readonly ParseContext context;
    private readonly TextPositions positions;
    private Token current;
    private int depth;
    private VelocityError? error;

    private Parser(string text, ParseContext context, TextPositions positions, int depth)
    {
        this.text = text;
        this.context = context;
        this.positions = positions;
        this.depth = depth;
        scanner = new Scanner(text);
        current = new Token(TokenKind.EndOfFile, "", "", 0, 0);
    }

    /// <summary>The statements of a template, or its first fault.</summary>
    public static (Block? Block, VelocityError? Error) Parse(string text, ParseContext context) =>
        new Parser(text, context, new TextPositions(text, null), 0).Template();

    /// <summary>The statements inside a string literal; faults are said to be where the literal is.</summary>
    private static (Block? Block, VelocityError? Error) ParseInner(string text, ParseContext context, Position at, int depth) =>
        new Parser(text, context, new TextPositions(text, at), depth).Template();

    private (Block? Block, VelocityError? Error) Template()
    {
        var block = Statements();
        if (block is not null && Peek().Kind != TokenKind.EndOfFile) Unexpected(Peek(), "nothing is open that it could belong to");
        return error is null ? (block, null) : (null, error);
    }

    private Block? Statements()
    {
        if (!Deeper(Peek())) return null;
        var statements = new List<Statement>();
        while (error is null && BeginsStatement(Peek().Kind))
        {
            if (ReadStatement() is not { } statement) break;
            if (statement is not EmptyStatement) Append(statements, statement);
        }
        depth--;
        return error is null ? new Block([.. statements]) : null;
    }

    /// <summary>Neighbouring texts are one.</summary>
    private static void Append(List<Statement> statements, Statement statement)
    {
        if (statement is TextStatement text && statements is [.., TextStatement before]) statements[^1] = new TextStatement(before.Text + text.Text);
        else statements.Add(statement);
    }

    private static bool BeginsStatement(TokenKind kind) => IsText(kind) || kind is TokenKind.If or TokenKind.Identifier or TokenKind.LineCommentStart
        or TokenKind.BlockComment or TokenKind.FormalComment or TokenKind.Textblock or TokenKind.Set or TokenKind.EscapeDirective
        or TokenKind.DoubleEscape or TokenKind.Word or TokenKind.BracketedWord;

    private static bool IsText(TokenKind kind) => kind is TokenKind.Text or TokenKind.Dot or TokenKind.ParenthesisOpen or TokenKind.ParenthesisClose
        or TokenKind.Integer or TokenKind.FloatingPoint or TokenKind.StringLiteral or TokenKind.Escape or TokenKind.CurlyOpen or TokenKind.CurlyClose
        or TokenKind.EmptyIndex;

    private Statement? ReadStatement()
    {
        var first = Peek();
        switch (first.Kind)
        {
            case TokenKind.If: return If();
            case TokenKind.Identifier: return ReferenceStatement();
            case TokenKind.CurlyOpen when PeekSecond().Kind == TokenKind.Identifier: return ReferenceStatement();
            case TokenKind.LineCommentStart:
                Take();
                if (Peek().Kind == TokenKind.LineComment) Take();
                return Comment(first.Image);
            case TokenKind.BlockComment or TokenKind.FormalComment:
                Take();
                return Comment(first.Image);
            case TokenKind.Textblock:
                Take();
                return new TextStatement(first.Image.Length >= 6 ? first.Image[3..^3] : "");
            case TokenKind.Set: return Set();
            case TokenKind.EscapeDirective:
                Take();
                first.Image = Unescaped(first.Image);
                return new TextStatement(first.Image);
            case TokenKind.DoubleEscape: return Escapes();
            case TokenKind.Word or TokenKind.BracketedWord: return Directive();
            default:
                Take();
                return new TextStatement(first.Literal);
        }
    }

    private ReferenceStatement? ReferenceStatement() => Reference() is { } reference ? new ReferenceStatement(reference) : null;

    private IfStatement? If()
    {
        var opening = Take();
        var branches = new List<IfBranch>();
        if (!Branch(branches)) return null;
        while (error is null && Peek().Kind == TokenKind.ElseIf)
        {
            Take();
            if (!Branch(branches)) return null;
        }
        Block? otherwise = null;
        if (Peek().Kind == TokenKind.Else)
        {
            Take();
            otherwise = Statements();
        }
        return error is null && Expect(TokenKind.End, opening, "#end") ? new IfStatement([.. branches], otherwise) : null;
    }

    private bool Branch(List<IfBranch> branches)
    {
        SkipWhiteSpace();
        if (!Expect(TokenKind.ParenthesisOpen, current, "'('")) return false;
        if (Expression() is not { } condition || !Expect(TokenKind.ParenthesisClose, current, "')'")) return false;
        if (Statements() is not { } block) return false;
        branches.Add(new IfBranch(condition, block));
        return true;
    }

    private SetStatement? Set()
    {
        var opening = Take();
        SkipWhiteSpace();
        if (Reference() is not { } target) return null;
        SkipWhiteSpace();
        if (!Expect(TokenKind.Assign, current, "'='")) return null;
        if (Expression() is not { } value || !Expect(TokenKind.ParenthesisClose, current, "')'")) return null;
        scanner.InSet = false;
        if (target.Steps.Length == 0) context.Assigned.Add(target.FirstImage[1..]);
        return new SetStatement(target, value, At(opening));
    }

    /// <summary>A comment prints the signs before it that began nothing.</summary>
    private static Statement Comment(string image)
    {
        var start = image.IndexOf("##", StringComparison.Ordinal);
        if (start < 0) start = image.IndexOf("#*", StringComparison.Ordinal);
        return start > 0 ? new TextStatement(image[..start]) : EmptyStatement.Instance;
    }

    /// <summary>Of a directive that would be one, half of the backslashes; else all of them.</summary>
    private string Unescaped(string image)
    {
        var last = image.LastIndexOf('\\');
        var directive = image[(last + 1)..];
        var name = directive.Length > 1 && directive[1] == '{' ? directive[2..^1] : directive[1..];
        return Directives.IsKnown(name) || context.Macros.ContainsKey(name) ? string.Concat(image.AsSpan(0, last / 2), directive) : image;
    }

    private TextStatement Escapes()
    {
        Take();
        var count = 1;
        while (Peek().Kind == TokenKind.DoubleEscape)
        {
            Take();
            count++;
        }
        var next = Peek();
        var precedes = next.Kind is TokenKind.If or TokenKind.Else or TokenKind.ElseIf or TokenKind.End
            || (next.Image.Length > 1 && Directives.IsPluggable(next.Image[1..]));
        return new TextStatement(new string('\\', precedes ? count : 2 * count));
    }

    // --- Tokens ---

    private Token Peek() => current.Next ?? Fetch(current);

    private Token PeekSecond()
    {
        var next = Peek();
        return next.Next ?? Fetch(next);
    }

    private Token Take() => current = Peek();

    private Token Fetch(Token after)
    {
        if (after.Kind == TokenKind.EndOfFile && after.End > 0) return after;
        if (error is null)
        {
            if (scanner.TryNext(out var token, out var fault)) return after.Next = token;
            error = LexicalError(after.End, fault);
        }
        return after.Next = new Token(TokenKind.EndOfFile, "", "", text.Length, text.Length);
    }

    private VelocityError LexicalError(int start, int fault)
    {
        var atEnd = fault >= text.Length;
        var at = positions.Of(atEnd ? start : fault);
        return new VelocityError(at.Line, at.Column, Near(atEnd ? start : fault), atEnd
            ? $"The template ends inside of '{Near(start)}': a '$' or '#' needs something after it, and a text block its ']]#'."
            : $"'{Near(fault)}' cannot stand here: nothing in the language begins so.");
    }

    private string Near(int at)
    {
        var rest = text.AsSpan(Math.Min(at, text.Length));
        var end = rest.IndexOfAny('\n', '\r');
        if (end >= 0) rest = rest[..end];
        return rest.Length > 40 ? rest[..40].ToString() : rest.ToString();
    }

    private void SkipWhiteSpace()
    {
        if (Peek().Kind == TokenKind.WhiteSpace) Take();
    }

    private bool Expect(TokenKind kind, Token opening, string name)
    {
        var found = Peek();
        if (found.Kind == kind)
        {
            Take();
            return true;
        }
        Unexpected(found, $"{name} was expected after '{opening.Image.Trim()}' in line {positions.Of(opening.Start).Line}");
        return false;
    }

    private Position At(Token token) => positions.Of(token.Start);

    private static string Quote(Token token) => token.Kind == TokenKind.EndOfFile ? "The end of the template" : $"'{token.Image.Trim()}'";

    private void Unexpected(Token token, string reason) => Fail(token, $"{Quote(token)} cannot stand here: {reason}.");

    private void Fail(Token token, string message)
    {
        var at = At(token);
        error ??= new VelocityError(at.Line, at.Column, Near(token.Start), message);
    }

    private bool Deeper(Token token)
    {
        if (++depth <= MaximumDepth) return true;
        Fail(token, $"The template nests more than {MaximumDepth} constructs; take some of them apart with #set.");
        return false;
    }
}
