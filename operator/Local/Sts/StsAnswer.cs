using System.Xml;
using System.Xml.Linq;

namespace DirectRoute.Local.Sts;

/// <summary>An answer of somebody else's STS.</summary>
internal sealed class StsAnswer
{
    private readonly XElement body;

    private StsAnswer(XElement body) => this.body = body;

    /// <summary>The answer; null when it is no XML.</summary>
    public static StsAnswer? Parse(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return new StsAnswer(XElement.Load(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of an element, in whatever result and namespace it is; null when there is none.</summary>
    public string? this[string name] => body.Descendants().FirstOrDefault(e => e.Name.LocalName == name) is { HasElements: false, Value: { Length: > 0 } text } ? text : null;
}
