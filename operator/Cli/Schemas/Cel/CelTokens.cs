using System.Text;
using System.Text.RegularExpressions;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>The kinds of tokens.</summary>
internal enum CelTokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    End,
}

/// <summary>A piece of an expression.</summary>
internal readonly record struct CelToken(CelTokenKind Kind, string Text);

/// <summary>Cuts an expression into tokens.</summary>
internal static partial class CelTokens
{
    public static IReadOnlyList<CelToken> Of(string expression)
    {
        List<CelToken> tokens = [];
        foreach (Match match in Token().Matches(expression))
        {
            if (match.Groups["name"].Success) tokens.Add(new(CelTokenKind.Name, match.Value));
            else if (match.Groups["number"].Success) tokens.Add(new(CelTokenKind.Number, match.Value));
            else if (match.Groups["text"].Success) tokens.Add(new(CelTokenKind.Text, Unquote(match.Value)));
            else if (match.Groups["symbol"].Success) tokens.Add(new(CelTokenKind.Symbol, match.Value));
            else if (match.Groups["other"].Success) throw new CelException($"\"{match.Value}\" is not known.");
        }
        tokens.Add(new(CelTokenKind.End, ""));
        return tokens;
    }

    private static string Unquote(string literal)
    {
        var text = new StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] != '\\') text.Append(literal[i]);
            else text.Append(literal[++i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var c when char.IsLetterOrDigit(c) => throw new CelException($"\\{c} is not known."), var c => c });
        }
        return text.ToString();
    }

    [GeneratedRegex("""(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+(\.[0-9]+)?)|(?<text>'(\\.|[^'\\])*'|"(\\.|[^"\\])*")|(?<symbol>==|!=|<=|>=|&&|\|\||[-+*/%!<>()\[\].,?:])|(?<space>\s+)|(?<other>.)""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
