using System.Text;
using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>Texts of the catalogue with places in braces, read against what a call says, and filled in.</summary>
internal static class CatalogueText
{
    private const string SchemeEnd = "://";

    /// <summary>The part of an ARN that a resource stands in, with places for the groups of its pattern: <c>table/{name}</c>.</summary>
    public static string Of(ResourceEntry resource)
    {
        if (!Arn.TryParse(resource.Form, out var arn, out _)) return "";
        var text = new StringBuilder(arn.Resource);
        var groups = resource.Pattern.Match(arn.Resource).Groups.Values.Where(g => g.Success && g.Name != "0").OrderByDescending(g => g.Index);
        foreach (var group in groups) text.Remove(group.Index, group.Length).Insert(group.Index, $"{{{group.Name}}}");
        return text.ToString();
    }

    /// <summary>What stands in the places of a text that looks like the template; null when it does not. Of addresses, the hosts may differ: an emulator has its own.</summary>
    public static Dictionary<string, string>? Read(string template, string text)
    {
        if (template.Contains(SchemeEnd, StringComparison.Ordinal)) (template, text) = (PathOf(template), PathOf(text));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        while (template.IndexOf('{', StringComparison.Ordinal) is var open and >= 0 && template.IndexOf('}', open) is var close and >= 0)
        {
            if (!text.AsSpan(at).StartsWith(template.AsSpan(0, open), StringComparison.Ordinal)) return null;
            at += open;
            var name = template[(open + 1)..close];
            template = template[(close + 1)..];
            // A place that nothing follows takes all the rest.
            var end = template.Length == 0 ? text.Length : text.IndexOf(Literal(template), at, StringComparison.Ordinal);
            if (end <= at) return null;
            found[name] = text[at..end];
            at = end;
        }
        return text.AsSpan(at).SequenceEqual(template) ? found : null;
    }

    /// <summary>The template filled in; places that have no value stay as they are.</summary>
    public static string Fill(string template, Func<string, string?> value)
    {
        var text = new StringBuilder();
        var at = 0;
        while (template.IndexOf('{', at) is var open and >= 0 && template.IndexOf('}', open) is var close and >= 0)
        {
            text.Append(template, at, open - at).Append(value(template[(open + 1)..close]) ?? template[open..(close + 1)]);
            at = close + 1;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }

    private static string Literal(string template) => template.IndexOf('{', StringComparison.Ordinal) is var next and >= 0 ? template[..next] : template;

    private static string PathOf(string address)
    {
        var authority = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var path = authority < 0 ? -1 : address.IndexOf('/', authority + SchemeEnd.Length);
        return path < 0 ? address : address[path..];
    }
}
