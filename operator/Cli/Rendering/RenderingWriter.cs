using DirectRoute.Cli.Output;
using DirectRoute.Yaml;

namespace DirectRoute.Cli.Rendering;

/// <summary>Writes what was rendered: text with headings, YAML documents, or one JSON text after another, as jq reads them.</summary>
internal static class RenderingWriter
{
    public static void Write(IReadOnlyList<RenderedDocument> renderings, string format, Terminal terminal)
    {
        foreach (var rendering in renderings)
        {
            var title = ControlCharacters.Escape(rendering.Title);
            switch (format)
            {
                case "json":
                    terminal.Out.WriteLine(JsonText.Write(json => rendering.Document.WriteTo(json)));
                    break;
                case "yaml":
                    terminal.Out.Write($"--- # {title}\n{YamlJson.Write(rendering.Document)}");
                    break;
                default:
                    terminal.Out.WriteLine(terminal.OutStyle.Paint(TextStyle.Bold, $"== {title}"));
                    terminal.Out.WriteLine();
                    terminal.Out.Write(rendering.Text);
                    break;
            }
        }
    }
}
