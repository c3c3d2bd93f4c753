using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DirectRoute.Yaml;

/// <summary>YAML as JSON, the way the Kubernetes tools take it: keys are texts, unquoted scalars have the type they look like, aliases are copies.</summary>
public static class YamlJson
{
    /// <summary>Reads a text that holds one document; null when it is empty.</summary>
    /// <param name="text">The YAML, or JSON.</param>
    /// <param name="origin">What to call the text in messages, such as its file.</param>
    /// <exception cref="YamlFormatException">It is no YAML, holds more than one document, nests too deep, or grows too large by its aliases.</exception>
    public static JsonNode? Parse(string text, string origin)
    {
        var documents = ParseAll(text, origin);
        return documents.Count <= 1
            ? documents is [var only] ? only : null
            : throw new YamlFormatException($"{origin}: one YAML document is expected, {documents.Count} were found.");
    }

    /// <summary>Reads every document of a text; those that are empty are left out.</summary>
    /// <inheritdoc cref="Parse" path="/param"/>
    /// <inheritdoc cref="Parse" path="/exception"/>
    public static IReadOnlyList<JsonNode> ParseAll(string text, string origin)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            List<JsonNode> documents = [];
            while (parser.TryConsume<DocumentStart>(out _))
            {
                if (new YamlDocumentReader(parser, origin).Read() is { } document) documents.Add(document);
                parser.Consume<DocumentEnd>();
            }
            return documents;
        }
        catch (YamlException e)
        {
            throw new YamlFormatException($"{origin}:{e.Start.Line}:{e.Start.Column}: {e.Message}", e);
        }
    }

    /// <summary>Writes a node in kubectl's style: two spaces, lists at the level of their key, long texts as blocks. Members keep their order.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestIndent(2).WithBestWidth(int.MaxValue).WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, [], isImplicit: true));
        YamlDocumentWriter.Write(emitter, node);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }
}
