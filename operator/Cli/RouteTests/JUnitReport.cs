using System.Globalization;
using System.Text;
using System.Xml;

namespace DirectRoute.Cli.RouteTests;

/// <summary>The tests as JUnit XML, the dialect that CI systems read: a suite a route, a case a test.</summary>
internal static class JUnitReport
{
    public static string Write(TestRun run)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, run);
            foreach (var route in run.Routes) Write(xml, route);
            xml.WriteEndElement();
        }
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}";
    }

    private static void Write(XmlWriter xml, TestedRoute route)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", route.Manifest.Key);
        WriteCounts(xml, new TestRun([route]));
        foreach (var test in route.Tests) Write(xml, route, test);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, TestRun run)
    {
        Attribute(xml, "tests", Number(run.Total));
        Attribute(xml, "failures", Number(run.Failed));
        Attribute(xml, "errors", Number(run.Errors));
    }

    private static void Write(XmlWriter xml, TestedRoute route, TestedCase test)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", test.Name);
        Attribute(xml, "classname", route.Manifest.Key);
        Attribute(xml, "file", test.Location.File.Name);
        Attribute(xml, "line", Number(test.Location.Span.Line));
        if (test.Outcome == TestOutcome.Error) WriteFault(xml, "error", "NotCompiled", "The route was not compiled.", "See the findings of direct lint.");
        if (test.Outcome == TestOutcome.Failed) WriteFault(xml, "failure", "TestsFailed", test.Differences[0].Difference.ToString(), Text(test));
        xml.WriteEndElement();
    }

    private static string Text(TestedCase test) => string.Join('\n', test.Differences.Select(d =>
        $"{d.Location.File.Name}:{d.Location.Span.Line}:{d.Location.Span.Column}: spec.{d.Difference.Field}: {d.Difference.Message}"));

    private static void WriteFault(XmlWriter xml, string element, string type, string message, string text)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "type", type);
        Attribute(xml, "message", message);
        xml.WriteString(Valid(text));
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Valid(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>XML has no form for some characters, not even escaped.</summary>
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            _ = rune.Value is '\t' or '\n' or (>= 0x20 and not (0xFFFE or 0xFFFF)) ? valid.Append(rune) : valid.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        return valid.ToString();
    }
}
