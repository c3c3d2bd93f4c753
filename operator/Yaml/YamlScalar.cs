using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DirectRoute.Yaml;

/// <summary>The JSON that a YAML scalar stands for, by YAML 1.2's core schema.</summary>
internal static partial class YamlScalar
{
    public static JsonValue? Resolve(Scalar scalar)
    {
        if (scalar.Tag == "tag:yaml.org,2002:str" || !IsUntagged(scalar) || scalar.Style != ScalarStyle.Plain) return JsonValue.Create(scalar.Value);
        return ResolvePlain(scalar.Value);
    }

    /// <summary>Whether an unquoted <paramref name="text"/> would be read as something else than a text, also by readers of YAML 1.1.</summary>
    public static bool LooksTyped(string text) => ResolvePlain(text) is not JsonValue value || !value.TryGetValue<string>(out _) || Yaml11().IsMatch(text);

    private static bool IsUntagged(Scalar scalar) => scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific;

    private static JsonValue? ResolvePlain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL") return null;
        if (text is "true" or "True" or "TRUE") return JsonValue.Create(true);
        if (text is "false" or "False" or "FALSE") return JsonValue.Create(false);
        if (Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        if (Fraction().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return JsonValue.Create(number);
        return JsonValue.Create(text);
    }

    // A leading zero is left a text: it is octal to some readers and decimal to others.
    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(y|n|yes|no|on|off|[-+]?[0-9][0-9_:.,xXoObBa-fA-F]*|[-+]?\.(inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|=|<<)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Yaml11();
}
