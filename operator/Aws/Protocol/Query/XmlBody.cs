using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DirectRoute.Aws.Protocol.Query;

/// <summary>Parses XML from outside: no document type, no entities, nothing fetched.</summary>
internal static class XmlBody
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <exception cref="XmlException">The text is not XML, or has a document type.</exception>
    public static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        return XElement.Load(reader);
    }

    /// <summary>The first child of a name in any namespace; null when there is none.</summary>
    public static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
