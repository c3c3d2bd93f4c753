namespace DirectRoute.Core.Velocity.Java;

/// <summary>The methods of <c>Boolean</c> and <c>Character</c>.</summary>
internal static class ScalarMethods
{
    public static object? Invoke(bool value, string name, object?[] arguments, in Call call) => (name, arguments) switch
    {
        ("booleanValue", []) => JavaNumbers.Box(value),
        ("compareTo" or "compare", [bool other]) => JavaNumbers.Box(value.CompareTo(other)),
        ("parseBoolean" or "valueOf", [string text]) => JavaNumbers.Box(text.Equals("true", StringComparison.OrdinalIgnoreCase)),
        ("logicalAnd", [bool a, bool b]) => JavaNumbers.Box(a & b),
        ("logicalOr", [bool a, bool b]) => JavaNumbers.Box(a | b),
        ("logicalXor", [bool a, bool b]) => JavaNumbers.Box(a ^ b),
        ("valueOf", [bool other]) => JavaNumbers.Box(other),
        ("toString", [bool other]) => other ? "true" : "false",
        _ => Common(value, name, arguments, call),
    };

    public static object? Invoke(char value, string name, object?[] arguments, in Call call) => (name, arguments) switch
    {
        ("charValue", []) => value,
        ("compareTo", [char other]) => JavaNumbers.Box(value - other),
        ("isDigit", [char c]) => JavaNumbers.Box(char.IsDigit(c)),
        ("isLetter", [char c]) => JavaNumbers.Box(char.IsLetter(c)),
        ("isLetterOrDigit", [char c]) => JavaNumbers.Box(char.IsLetterOrDigit(c)),
        ("isWhitespace", [char c]) => JavaNumbers.Box(char.IsWhiteSpace(c)),
        ("isUpperCase", [char c]) => JavaNumbers.Box(char.IsUpper(c)),
        ("isLowerCase", [char c]) => JavaNumbers.Box(char.IsLower(c)),
        ("toUpperCase", [char c]) => char.ToUpperInvariant(c),
        ("toLowerCase", [char c]) => char.ToLowerInvariant(c),
        ("getNumericValue", [char c]) => JavaNumbers.Box(char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : -1),
        ("valueOf", [char c]) => c,
        ("toString", [char c]) => c.ToString(),
        _ => Common(value, name, arguments, call),
    };

    /// <summary>What every object has.</summary>
    public static object? Common(object value, string name, object?[] arguments, in Call call) => (name, arguments) switch
    {
        ("toString", []) => JavaText.Of(value, call.Scope),
        ("compareTo", [_]) when value is bool or char => call.Fail("A value can be compared with another of its own type only (java.lang.ClassCastException)."),
        ("equals", [var other]) => JavaNumbers.Box(JavaEquality.AreEqual(value, other, 0)),
        ("hashCode", []) => JavaNumbers.Box(JavaEquality.Hash(value, 0)),
        _ => null,
    };
}
