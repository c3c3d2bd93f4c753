using System.Diagnostics.CodeAnalysis;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Generate;

/// <summary>Writes the files that are made from code, below the repository's root.</summary>
internal static class GenerateCommand
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A build tool; it is never trimmed.")]
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var root = args.Count > 0 ? args[0] : Directory.GetCurrentDirectory();
        if (!File.Exists(Path.Combine(root, "Operator.sln")))
        {
            await Console.Error.WriteLineAsync($"{root}: not the repository's root, there is no Operator.sln. Run 'make generate'.");
            return 2;
        }
        try
        {
            // A chart can only ship what lies inside it, so it has a copy.
            foreach (var folder in (string[])["crds", "charts/direct-operator/files/crds"])
            {
                foreach (var file in CrdGenerator.GenerateAll(typeof(DirectApi).Assembly, Path.Combine(root, folder))) Console.WriteLine(Path.GetRelativePath(root, file));
            }
            var reference = Path.Combine(root, "docs", "catalogue.md");
            await File.WriteAllTextAsync(reference, CatalogueDocument.Write());
            Console.WriteLine(Path.GetRelativePath(root, reference));
            return 0;
        }
        catch (CrdGenerationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
