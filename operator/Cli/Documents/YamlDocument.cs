using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Documents;

/// <summary>One document of a file.</summary>
internal sealed class YamlDocument(InputFile file, DocumentNode root)
{
    public InputFile File { get; } = file;
    public DocumentNode Root { get; } = root;
}
