using System.Globalization;
using System.Numerics;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Parsing;

internal sealed partial class Parser
{
    private Expression? Expression()
    {
        if (!Deeper(Peek())) return null;
        var expression = Or();
        depth--;
        return expression;
    }

    private Expression? Or() => Left(And, static kind => kind == TokenKind.Or, static (_, left, right) => new OrExpression(left, right));

    private Expression? And() => Left(Equality, static kind => kind == TokenKind.And, static (_, left, right) => new AndExpression(left, right));

    private Expression? Equality() => Left(Relation, static kind => kind is TokenKind.Equal or TokenKind.NotEqual,
        static (kind, left, right) => new EqualityExpression(left, right, kind == TokenKind.NotEqual));

    private Expression? Relation() => Left(Sum, static kind => kind is TokenKind.Less or TokenKind.Greater or TokenKind.LessOrEqual or TokenKind.GreaterOrEqual,
        static (kind, left, right) => new RelationExpression(left, right, kind switch
        {
            TokenKind.Less => Comparison.Less,
            TokenKind.LessOrEqual => Comparison.LessOrEqual,
            TokenKind.Greater => Comparison.Greater,
            _ => Comparison.GreaterOrEqual,
        }));

    private Expression? Sum() => Left(Product, static kind => kind is TokenKind.Plus or TokenKind.Minus,
        static (kind, left, right) => new ArithmeticExpression(left, right, kind == TokenKind.Plus ? Operation.Add : Operation.Subtract));

    private Expression? Product() => Left(Unary, static kind => kind is TokenKind.Multiply or TokenKind.Divide or TokenKind.Modulo,
        static (kind, left, right) => new ArithmeticExpression(left, right, kind switch
        {
            TokenKind.Multiply => Operation.Multiply,
            TokenKind.Divide => Operation.Divide,
            _ => Operation.Modulo,
        }));

    /// <summary>Operands of one rank, from left to right. A long row nests as deeply as it is long, so it counts as depth.</summary>
    private Expression? Left(Func<Expression?> operand, Func<TokenKind, bool> isOperator, Func<TokenKind, Expression, Expression, Expression> combine)
    {
        var first = Peek();
        if (operand() is not { } left) return null;
        for (var count = 0; isOperator(Peek().Kind); count++)
        {
            if (count == MaximumOperands)
            {
                Fail(Peek(), $"More than {MaximumOperands} operands stand in one row; take the expression apart with #set.");
                return null;
            }
            var sign = Take();
            if (operand() is not { } right) return null;
            left = Located(combine(sign.Kind, left, right), first);
        }
        return left;
    }

    private const int MaximumOperands = 256;

    private Expression? Unary()
    {
        var negated = Peek().Kind == TokenKind.Not || (Peek().Kind == TokenKind.WhiteSpace && PeekSecond().Kind == TokenKind.Not);
        if (!negated) return Primary();
        SkipWhiteSpace();
        var sign = Take();
        if (!Deeper(sign)) return null;
        var operand = Unary();
        depth--;
        return operand is null ? null : Located(new NotExpression(operand), sign);
    }

    private Expression? Primary()
    {
        SkipWhiteSpace();
        var first = Peek();
        Expression? value;
        if (first.Kind == TokenKind.ParenthesisOpen)
        {
            Take();
            if (Expression() is not { } inner || !Expect(TokenKind.ParenthesisClose, first, "')'")) return null;
            value = Located(new Parenthesized(inner), first);
        }
        else
        {
            value = Value();
        }
        if (value is not null) SkipWhiteSpace();
        return value;
    }

    /// <summary>A value of a list, a map or a method's arguments: with blanks around it.</summary>
    private Expression? Parameter()
    {
        SkipWhiteSpace();
        if (Value() is not { } value) return null;
        SkipWhiteSpace();
        return value;
    }

    private static bool BeginsValue(TokenKind kind) => kind is TokenKind.StringLiteral or TokenKind.Integer or TokenKind.FloatingPoint or TokenKind.BracketOpen
        or TokenKind.MapOpen or TokenKind.True or TokenKind.False or TokenKind.Identifier or TokenKind.CurlyOpen;

    private Expression? Value()
    {
        var first = Peek();
        switch (first.Kind)
        {
            case TokenKind.StringLiteral: return StringLiteral();
            case TokenKind.Integer or TokenKind.FloatingPoint when first.Image[0] is not ('-' or '.' or (>= '0' and <= '9')):
                Unexpected(first, "a number has no sign but '-' before it");
                return null;
            case TokenKind.Integer:
                Take();
                return Located(new Constant(ReadInteger(first.Image)), first);
            case TokenKind.FloatingPoint:
                Take();
                return Located(new Constant(double.Parse(first.Image, NumberStyles.Float, CultureInfo.InvariantCulture)), first);
            case TokenKind.True or TokenKind.False:
                Take();
                return Located(new Constant(first.Kind == TokenKind.True), first);
            case TokenKind.Identifier or TokenKind.CurlyOpen: return Reference();
            case TokenKind.BracketOpen: return ListOrRange();
            case TokenKind.MapOpen: return Map();
            default:
                Unexpected(first, "a value was expected: a reference, a string in quotes, a number, true, false, a list or a map");
                return null;
        }
    }

    private static object ReadInteger(string image)
    {
        if (int.TryParse(image, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small)) return small;
        if (long.TryParse(image, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)) return large;
        // Long texts of digits cost time that grows with their square.
        return image.Length <= 4096 ? BigInteger.Parse(image, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : double.PositiveInfinity;
    }

    private Expression? StringLiteral()
    {
        var token = Take();
        var quote = token.Image[0];
        var content = token.Image[1..^1];
        if (quote == '"') content = StringLiterals.Unescape(content);
        content = StringLiterals.ReplaceQuotes(content, quote);
        if (quote == '\'' || token.Image.AsSpan().IndexOfAny('$', '#') < 0) return Located(new ConstantText(content), token);
        if (!Deeper(token)) return null;
        var hasLineComment = content.Contains("##", StringComparison.Ordinal);
        // A sign that begins something needs a character after it: Velocity adds a blank, and takes it away from what is rendered.
        var (block, fault) = ParseInner(hasLineComment ? content : content + " ", context, At(token), depth);
        depth--;
        if (block is null)
        {
            error ??= fault! with { Message = $"In the string: {fault.Message}" };
            return null;
        }
        return Located(new StringExpression(block, !hasLineComment), token);
    }

    private Expression? ListOrRange()
    {
        var opening = Take();
        if (!Deeper(opening)) return null;
        var result = ListOrRangeAfter(opening);
        depth--;
        return result;
    }

    private Expression? ListOrRangeAfter(Token opening)
    {
        var items = new List<Expression>();
        if (Peek().Kind != TokenKind.BracketClose)
        {
            if (Parameter() is not { } first) return null;
            if (Peek().Kind == TokenKind.DoubleDot && first is Tree.Reference or Constant { Value: int or long or BigInteger }) return Range(opening, first);
            items.Add(first);
            while (Peek().Kind == TokenKind.Comma)
            {
                Take();
                if (Parameter() is not { } item) return null;
                items.Add(item);
            }
        }
        return Expect(TokenKind.BracketClose, opening, "']'") ? Located(new ListExpression([.. items]), opening) : null;
    }

    private RangeExpression? Range(Token opening, Expression first)
    {
        Take();
        SkipWhiteSpace();
        if (Peek().Kind is not (TokenKind.Integer or TokenKind.Identifier or TokenKind.CurlyOpen))
        {
            Unexpected(Peek(), "a range ends with a whole number or a reference");
            return null;
        }
        if (Value() is not { } last) return null;
        SkipWhiteSpace();
        return Expect(TokenKind.BracketClose, opening, "']'") ? Located(new RangeExpression(first, last, At(opening)), opening) : null;
    }

    private MapExpression? Map()
    {
        var opening = Take();
        if (!Deeper(opening)) return null;
        var result = MapAfter(opening);
        depth--;
        return result;
    }

    private MapExpression? MapAfter(Token opening)
    {
        var entries = new List<(Expression Key, Expression Value)>();
        if (BeginsValue(Peek().Kind) || (Peek().Kind == TokenKind.WhiteSpace && BeginsValue(PeekSecond().Kind)))
        {
            do
            {
                if (entries.Count > 0) Take();
                if (Parameter() is not { } key || !Expect(TokenKind.Colon, opening, "':'") || Parameter() is not { } value) return null;
                entries.Add((key, value));
            }
            while (Peek().Kind == TokenKind.Comma);
        }
        else
        {
            SkipWhiteSpace();
        }
        if (Peek().Kind is not (TokenKind.MapClose or TokenKind.CurlyClose))
        {
            Unexpected(Peek(), "'}' was expected at the end of the map");
            return null;
        }
        Take();
        return Located(new MapExpression([.. entries]), opening);
    }

    /// <summary>Says where an expression is, once all of it is read.</summary>
    private T Located<T>(T expression, Token first) where T : Expression
    {
        expression.Locate(At(first), first.Image, Token.LiteralOf(first, current));
        return expression;
    }
}
