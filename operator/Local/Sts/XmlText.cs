using System.Xml;

namespace DirectRoute.Local.Sts;

/// <summary>Text that XML can hold.</summary>
internal static class XmlText
{
    /// <summary>The text with a question mark in place of every character that XML has no form for.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '?'));
}
