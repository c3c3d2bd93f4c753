using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Parsing;

internal sealed partial class Parser
{
    private Reference? Reference()
    {
        var first = Peek();
        if (!Deeper(first)) return null;
        var reference = ReferenceFrom(first);
        depth--;
        return reference;
    }

    private Reference? ReferenceFrom(Token first)
    {
        var formal = first.Kind == TokenKind.CurlyOpen;
        if (formal) Take();
        var name = Peek();
        if (!Expect(TokenKind.Identifier, current, "the name of a variable")) return null;
        var steps = new List<Step>();
        if (!Indexes(steps)) return null;
        while (Peek().Kind == TokenKind.Dot && PeekSecond().Kind == TokenKind.Identifier)
        {
            Take();
            if (Member() is not { } step) return null;
            steps.Add(step);
            if (!Indexes(steps)) return null;
        }
        if (formal && !Expect(TokenKind.CurlyClose, first, "'}'")) return null;
        var prefix = ReferencePrefix.Read(first);
        var literal = Token.LiteralOf(first, current);
        var reference = new Reference(prefix, formal ? name.Image : prefix.Name, [.. steps], prefix.IsQuiet && !prefix.IsEscaped ? "" : literal);
        reference.Locate(At(first), first.Image, literal);
        context.References.Add(reference);
        return reference;
    }

    private bool Indexes(List<Step> steps)
    {
        while (error is null && Peek().Kind == TokenKind.IndexOpen)
        {
            var opening = Take();
            SkipWhiteSpace();
            if (Peek().Kind is TokenKind.FloatingPoint)
            {
                Unexpected(Peek(), "an index is a whole number, a string or a reference");
                return false;
            }
            if (Value() is not { } index) return false;
            SkipWhiteSpace();
            if (!Expect(TokenKind.IndexClose, opening, "']'")) return false;
            steps.Add(new IndexStep(index, At(opening), opening.Image));
        }
        return error is null;
    }

    private Step? Member()
    {
        var name = Take();
        if (Peek().Kind != TokenKind.ParenthesisOpen || !BeginsArguments(PeekSecond().Kind)) return new PropertyStep(name.Image, At(name));
        Take();
        var arguments = new List<Expression>();
        if (Peek().Kind != TokenKind.ArgumentsClose)
        {
            do
            {
                if (arguments.Count > 0) Take();
                if (Parameter() is not { } argument) return null;
                arguments.Add(argument);
            }
            while (Peek().Kind == TokenKind.Comma);
        }
        return Expect(TokenKind.ArgumentsClose, name, "')'") ? new MethodStep(name.Image, [.. arguments], At(name)) : null;
    }

    private static bool BeginsArguments(TokenKind kind) => kind is TokenKind.ArgumentsClose or TokenKind.WhiteSpace || BeginsValue(kind);
}
