using System.Globalization;
using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>Reads an expression by recursive descent, in CEL's order of precedence.</summary>
internal sealed class CelParser(IReadOnlyList<CelToken> tokens)
{
    private int position;

    public CelNode Parse()
    {
        var root = Ternary();
        return Next.Kind == CelTokenKind.End ? root : throw Unexpected();
    }

    private CelToken Next => tokens[position];

    private CelNode Ternary()
    {
        var condition = Or();
        if (!Take("?")) return condition;
        var then = Or();
        Expect(":");
        var otherwise = Ternary();
        return scope => CelValues.Truth(condition(scope)) ? then(scope) : otherwise(scope);
    }

    private CelNode Or()
    {
        var left = And();
        while (Take("||")) left = Either(left, And(), decisive: true);
        return left;
    }

    private CelNode And()
    {
        var left = Relation();
        while (Take("&&")) left = Either(left, Relation(), decisive: false);
        return left;
    }

    /// <summary>One side can decide alone, even when the other one comes to nothing.</summary>
    private static CelNode Either(CelNode left, CelNode right, bool decisive) => scope =>
    {
        bool first;
        try
        {
            first = CelValues.Truth(left(scope));
        }
        catch (CelException)
        {
            if (CelValues.Truth(right(scope)) == decisive) return decisive;
            throw;
        }
        return first == decisive ? decisive : CelValues.Truth(right(scope));
    };

    private CelNode Relation()
    {
        var left = Sum();
        while (Next is { Kind: CelTokenKind.Symbol, Text: "==" or "!=" or "<" or "<=" or ">" or ">=" } or { Kind: CelTokenKind.Name, Text: "in" })
        {
            var (operation, first) = (tokens[position++].Text, left);
            var second = Sum();
            left = scope => CelValues.Compare(operation, first(scope), second(scope));
        }
        return left;
    }

    private CelNode Sum()
    {
        var left = Unary();
        while (Next is { Kind: CelTokenKind.Symbol, Text: "+" or "-" })
        {
            var (operation, first) = (tokens[position++].Text, left);
            var second = Unary();
            left = scope => CelValues.Add(first(scope), second(scope), operation);
        }
        return left;
    }

    private CelNode Unary()
    {
        if (Take("!"))
        {
            var operand = Unary();
            return scope => !CelValues.Truth(operand(scope));
        }
        return Member();
    }

    private CelNode Member()
    {
        var value = Primary();
        while (true)
        {
            if (Take("[")) value = Index(value);
            else if (Take(".")) value = Selected(value);
            else return value;
        }
    }

    private CelNode Index(CelNode of)
    {
        var index = Ternary();
        Expect("]");
        return scope => CelValues.At(of(scope), index(scope));
    }

    private CelNode Selected(CelNode of)
    {
        var name = Name();
        if (!Take("(")) return scope => CelValues.Field(of(scope), name);
        if (CelMacros.IsMacro(name))
        {
            var variable = Name();
            Expect(",");
            var body = Ternary();
            Expect(")");
            return scope => CelMacros.Run(name, of(scope), item => body(new CelScope(variable, item, scope)));
        }
        var arguments = Arguments();
        return scope => CelFunctions.Call(name, [of(scope), .. arguments.Select(a => a(scope))]);
    }

    private CelNode Primary()
    {
        var token = tokens[position++];
        switch (token)
        {
            case { Kind: CelTokenKind.Text }: return _ => token.Text;
            case { Kind: CelTokenKind.Number }:
                var number = decimal.Parse(token.Text, CultureInfo.InvariantCulture);
                return _ => JsonValue.Create(number);
            case { Kind: CelTokenKind.Symbol, Text: "(" }:
                var inner = Ternary();
                Expect(")");
                return inner;
            case { Kind: CelTokenKind.Symbol, Text: "[" }: return List();
            case { Kind: CelTokenKind.Name, Text: "true" }: return _ => true;
            case { Kind: CelTokenKind.Name, Text: "false" }: return _ => false;
            case { Kind: CelTokenKind.Name, Text: "null" }: return _ => null;
            case { Kind: CelTokenKind.Name, Text: "has" }: return Has();
            case { Kind: CelTokenKind.Name } when Take("("):
                var arguments = Arguments();
                return scope => CelFunctions.Call(token.Text, [.. arguments.Select(a => a(scope))]);
            case { Kind: CelTokenKind.Name }: return scope => scope.Find(token.Text);
            default:
                position--;
                throw Unexpected();
        }
    }

    private CelNode List()
    {
        List<CelNode> items = [];
        while (!Take("]"))
        {
            if (items.Count > 0) Expect(",");
            items.Add(Ternary());
        }
        return scope => new JsonArray([.. items.Select(item => item(scope)?.DeepClone())]);
    }

    /// <summary><c>has(a.b)</c>: whether a has a member b.</summary>
    private CelNode Has()
    {
        Expect("(");
        var value = Primary();
        string? last = null;
        while (Take("."))
        {
            if (last is { } name) value = FieldOf(value, name);
            last = Name();
        }
        Expect(")");
        var member = last ?? throw Unexpected();
        return scope => CelValues.Has(value(scope), member);
    }

    private static CelNode FieldOf(CelNode of, string name) => scope => CelValues.Field(of(scope), name);

    private List<CelNode> Arguments()
    {
        List<CelNode> arguments = [];
        while (!Take(")"))
        {
            if (arguments.Count > 0) Expect(",");
            arguments.Add(Ternary());
        }
        return arguments;
    }

    private string Name() => Next.Kind == CelTokenKind.Name ? tokens[position++].Text : throw Unexpected();

    private bool Take(string symbol)
    {
        if (Next.Kind != CelTokenKind.Symbol || Next.Text != symbol) return false;
        position++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol)) throw Unexpected();
    }

    private CelException Unexpected() => new($"\"{Next.Text}\" is not expected here.");
}
