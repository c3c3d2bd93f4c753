using System.Text.RegularExpressions;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>A condition on an element.</summary>
internal abstract record Filter
{
    public abstract bool Holds(object? element, object? root, RenderScope scope);
}

internal sealed record OrFilter(Filter Left, Filter Right) : Filter
{
    public override bool Holds(object? element, object? root, RenderScope scope) => Left.Holds(element, root, scope) || Right.Holds(element, root, scope);
}

internal sealed record AndFilter(Filter Left, Filter Right) : Filter
{
    public override bool Holds(object? element, object? root, RenderScope scope) => Left.Holds(element, root, scope) && Right.Holds(element, root, scope);
}

internal sealed record NotFilter(Filter Inner) : Filter
{
    public override bool Holds(object? element, object? root, RenderScope scope) => !Inner.Holds(element, root, scope);
}

/// <summary><c>?(@.name)</c>: whether there is such a value, be it null.</summary>
internal sealed record ExistsFilter(Operand Operand) : Filter
{
    public override bool Holds(object? element, object? root, RenderScope scope) =>
        Operand.TryRead(element, root, scope, out var value) && (Operand.IsDefinite || value is JavaList { Items.Count: > 0 });
}

/// <summary><c>?(@.price &lt; 10)</c></summary>
internal sealed record ComparisonFilter(Operand Left, string Operator, Operand Right) : Filter
{
    public override bool Holds(object? element, object? root, RenderScope scope)
    {
        if (!Left.TryRead(element, root, scope, out var a) | !Right.TryRead(element, root, scope, out var b)) return Operator == "!=";
        return Operator switch
        {
            "==" => AreEqual(a, b),
            "!=" => !AreEqual(a, b),
            "<" or "<=" or ">" or ">=" => Order(a, b) is { } order && Operator switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 },
            "in" => b is JavaList list && list.Items.Exists(i => AreEqual(a, i)),
            "nin" => b is not JavaList list || !list.Items.Exists(i => AreEqual(a, i)),
            "contains" => a switch
            {
                JavaList list => list.Items.Exists(i => AreEqual(i, b)),
                string text => b is string part && text.Contains(part, StringComparison.Ordinal),
                _ => false,
            },
            "size" => b is int size && a switch { JavaList list => list.Items.Count == size, string text => text.Length == size, _ => false },
            "empty" => b is bool wanted && a switch { JavaList list => list.Items.Count == 0, JavaMap map => map.Count == 0, string text => text.Length == 0, _ => false } == wanted,
            "=~" => a is string text && b is string pattern && Matches(text, pattern, scope),
            "subsetof" => a is JavaList some && b is JavaList all && some.Items.TrueForAll(i => all.Items.Exists(o => AreEqual(i, o))),
            "anyof" => a is JavaList some && b is JavaList all && some.Items.Exists(i => all.Items.Exists(o => AreEqual(i, o))),
            "noneof" => a is JavaList some && b is JavaList all && !some.Items.Exists(i => all.Items.Exists(o => AreEqual(i, o))),
            _ => false,
        };
    }

    private static bool AreEqual(object? a, object? b) =>
        a is not null && b is not null && JavaNumbers.IsNumber(a) && JavaNumbers.IsNumber(b) ? JavaNumbers.Compare(a, b) == 0 : JavaEquality.AreEqual(a, b, 0);

    private static int? Order(object? a, object? b) => (a, b) switch
    {
        (string x, string y) => string.CompareOrdinal(x, y),
        ({ } x, { } y) when JavaNumbers.IsNumber(x) && JavaNumbers.IsNumber(y) => JavaNumbers.Compare(x, y),
        _ => null,
    };

    private static bool Matches(string text, string pattern, RenderScope scope)
    {
        try
        {
            var regex = scope.Caches.Pattern(pattern);
            return regex.Fault is null && (!regex.IsCostly || scope.Spend(20_000)) && regex.Matches(text);
        }
        catch (RegexMatchTimeoutException)
        {
            scope.Fail($"The regular expression '{pattern}' takes too long on this text.");
            return false;
        }
    }
}

/// <summary>A path from the element (<c>@</c>) or the root, or a constant.</summary>
internal sealed record Operand(Path? Path, bool FromRoot, object? Constant)
{
    public bool IsDefinite => Path?.IsDefinite ?? true;

    public bool TryRead(object? element, object? root, RenderScope scope, out object? value)
    {
        value = Constant;
        return Path is null || Path.TryRead(FromRoot ? root : element, root, scope, out value);
    }
}
