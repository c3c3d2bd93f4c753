using System.Numerics;
using System.Runtime.CompilerServices;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>Java's <c>equals</c> and <c>hashCode</c>, and Velocity's <c>==</c>.</summary>
internal static class JavaEquality
{
    /// <summary>For the keys of maps.</summary>
    public static readonly IEqualityComparer<object> Comparer = new KeyComparer();

    /// <summary>What <c>==</c> says: numbers by value, related types by <c>equals</c>, all else by their text.</summary>
    public static bool AreAlike(object? a, object? b, RenderScope scope)
    {
        if (a is string x && b is string y) return string.Equals(x, y, StringComparison.Ordinal);
        if (a is null || b is null) return a is null && b is null;
        if (JavaNumbers.IsNumber(a) && JavaNumbers.IsNumber(b)) return JavaNumbers.Compare(a, b) == 0;
        if (Related(a, b))
        {
            scope.Spend(1 + (Size(a) / 16));
            return AreEqual(a, b, 0);
        }
        return JavaText.Of(a, scope) == JavaText.Of(b, scope);
    }

    /// <summary><c>a.equals(b)</c></summary>
    public static bool AreEqual(object? a, object? b, int depth)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a is null || b is null || depth > RenderLimits.ValueDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) return false;
        return (a, b) switch
        {
            (string x, string y) => string.Equals(x, y, StringComparison.Ordinal),
            (JavaList { Kind: ListKind.Array }, _) => false,
            (JavaList x, JavaList { Kind: not ListKind.Array } y) => AreListsEqual(x, y, depth),
            (JavaMap x, JavaMap y) => AreMapsEqual(x, y, depth),
            (JavaEntry x, JavaEntry y) => AreEqual(x.Key, y.Key, depth + 1) && AreEqual(x.Value, y.Value, depth + 1),
            (double x, double y) => x.Equals(y) && BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y),
            _ => a.GetType() == b.GetType() && a is int or long or bool or char or BigInteger or BigDecimal && a.Equals(b),
        };
    }

    /// <summary><c>a.hashCode()</c></summary>
    public static int Hash(object? value, int depth)
    {
        if (depth > RenderLimits.ValueDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) return 0;
        unchecked
        {
            switch (value)
            {
                case string text:
                    var hash = 0;
                    foreach (var c in text) hash = (31 * hash) + c;
                    return hash;
                case int number: return number;
                case long number: return (int)(number ^ (number >>> 32));
                case bool truth: return truth ? 1231 : 1237;
                case char c: return c;
                case double number:
                    var bits = BitConverter.DoubleToInt64Bits(number);
                    return (int)(bits ^ (bits >>> 32));
                case JavaEntry entry: return Hash(entry.Key, depth + 1) ^ Hash(entry.Value, depth + 1);
                case JavaList { Kind: ListKind.View } set:
                    var members = 0;
                    foreach (var item in set.Items) members += Hash(item, depth + 1);
                    return members;
                case JavaList { Kind: not ListKind.Array } list:
                    var all = 1;
                    foreach (var item in list.Items) all = (31 * all) + Hash(item, depth + 1);
                    return all;
                case JavaMap map:
                    var sum = 0;
                    for (var i = 0; i < map.Count; i++) sum += Hash(map.At(i).Key, depth + 1) ^ Hash(map.At(i).Value, depth + 1);
                    return sum;
                case BigInteger or BigDecimal: return value.GetHashCode();
                default: return 0;
            }
        }
    }

    private static bool Related(object a, object b) => (a, b) switch
    {
        (JavaList x, JavaList y) => (x.Kind is ListKind.ArrayList or ListKind.JsonArray && y.Kind is ListKind.ArrayList or ListKind.JsonArray)
            || ReferenceEquals(x, y),
        _ => a.GetType() == b.GetType(),
    };

    private static int Size(object value) => value switch
    {
        JavaList list => list.Items.Count,
        JavaMap map => map.Count,
        _ => 0,
    };

    private static bool AreListsEqual(JavaList a, JavaList b, int depth)
    {
        if (a.Items.Count != b.Items.Count) return false;
        for (var i = 0; i < a.Items.Count; i++)
        {
            if (!AreEqual(a.Items[i], b.Items[i], depth + 1)) return false;
        }
        return true;
    }

    private static bool AreMapsEqual(JavaMap a, JavaMap b, int depth)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
        {
            var (key, value) = a.At(i);
            if (!b.ContainsKey(key) || !AreEqual(value, b.Get(key), depth + 1)) return false;
        }
        return true;
    }

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => AreEqual(x, y, 0);

        // Strings are hashed with a secret, so that nobody can choose keys that collide.
        public int GetHashCode(object obj) => obj is string text ? string.GetHashCode(text, StringComparison.Ordinal) : Hash(obj, 0);
    }
}
