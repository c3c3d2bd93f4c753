using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>The XML documentation of types and properties, as plain text, from the files that the compiler writes beside the assemblies.</summary>
[RequiresUnreferencedCode(CrdGenerator.Reason)]
internal sealed class XmlDocumentation
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> files = [];

    /// <summary>The summary of a type, or null.</summary>
    public string? Of(Type type) => Render(type, Member(type.Assembly, "T:" + Id(type))?.Element("summary"));

    /// <summary>The summary of a property, or of the record's parameter that it comes from; null when there is neither.</summary>
    public string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Render(type, Member(type.Assembly, $"P:{Id(type)}.{property.Name}")?.Element("summary"))
            ?? Render(type, Member(type.Assembly, "T:" + Id(type))?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name));
    }

    private static string? Render(Type type, XElement? element) =>
        element is not null && new XmlDocumentationText(type.Assembly).Render(element) is { Length: > 0 } text ? text : null;

    private XElement? Member(Assembly assembly, string id)
    {
        if (!files.TryGetValue(assembly, out var members)) files[assembly] = members = Load(assembly);
        return members.GetValueOrDefault(id);
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} is missing: descriptions come from it. Set GenerateDocumentationFile in the project of {assembly.GetName().Name}.", path);
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Descendants("member")
            .Where(m => m.Attribute("name") is not null)
            .DistinctBy(m => m.Attribute("name")!.Value)
            .ToDictionary(m => m.Attribute("name")!.Value);
    }

    private static string Id(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return definition.FullName!.Replace('+', '.');
    }
}
