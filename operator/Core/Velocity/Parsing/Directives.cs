namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>The names of the directives.</summary>
internal static class Directives
{
    /// <summary>Directives with arguments of the general form.</summary>
    public static bool IsPluggable(string name) =>
        name is "foreach" or "macro" or "define" or "evaluate" or "include" or "parse" or "stop" or "break" or "literal";

    /// <summary>Every directive of the language.</summary>
    public static bool IsKnown(string name) => IsPluggable(name) || name is "if" or "elseif" or "else" or "end" or "set";

    /// <summary>Directives that have a body and an <c>#end</c>.</summary>
    public static bool HasBody(string name) => name is "foreach" or "macro" or "define" or "literal" || name.StartsWith('@');
}
