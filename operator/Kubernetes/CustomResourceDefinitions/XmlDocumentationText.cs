using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Renders a documentation element as the text of a schema's description: members under their JSON names, paragraphs apart, no markup.</summary>
[RequiresUnreferencedCode(CrdGenerator.Reason)]
internal sealed partial class XmlDocumentationText(Assembly assembly)
{
    private const char ParagraphBreak = '\u2029';

    public string Render(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        var paragraphs = text.ToString().Split(ParagraphBreak).Select(p => Spaces().Replace(p, " ").Trim()).Where(p => p.Length > 0);
        return string.Join("\n", paragraphs);
    }

    private void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText run) text.Append(run.Value);
            else if (node is XElement child) AppendElement(text, child);
        }
    }

    private void AppendElement(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty || element.Value.Length == 0:
                text.Append(Reference(element));
                break;
            case "para" or "br" or "list" or "item" or "listheader" or "code":
                text.Append(ParagraphBreak);
                if (element.Name.LocalName == "item") text.Append("- ");
                Append(text, element);
                text.Append(ParagraphBreak);
                break;
            case "term":
                Append(text, element);
                text.Append(": ");
                break;
            default:
                Append(text, element);
                break;
        }
    }

    private string Reference(XElement element)
    {
        if ((string?)element.Attribute("cref") is { } cref) return Name(cref);
        return (string?)element.Attribute("langword") ?? (string?)element.Attribute("href") ?? (string?)element.Attribute("name") ?? "";
    }

    // Readers of a definition know members and values by their names in JSON.
    private string Name(string cref)
    {
        var bare = cref.Split('(')[0];
        var dot = bare.LastIndexOfAny(['.', ':']);
        var last = bare[(dot + 1)..].Split('`')[0];
        if (cref[0] is not ('P' or 'F') || dot < 2) return last;
        var owner = assembly.GetType(bare[2..dot]);
        if (owner?.GetProperty(last) is { } property) return JsonTypes.NameOf(property);
        if (owner is { IsEnum: true } && owner.GetField(last) is { } value) return JsonTypes.NameOf(value);
        return cref[0] == 'P' ? JsonNamingPolicy.CamelCase.ConvertName(last) : last;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
