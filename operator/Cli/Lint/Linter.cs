using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Compile;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;
using DirectRoute.Cli.Manifests;

namespace DirectRoute.Cli.Lint;

/// <summary>From files to findings: find, read, compile.</summary>
internal static class Linter
{
    /// <exception cref="InputException">Something that was named cannot be read.</exception>
    public static LintResult Lint(InputOptions options, Func<Stream> standardInput)
    {
        var findings = new FindingBag();
        var files = InputReader.Read(InputFinder.Find(options.Files, options.Recursive, options.AllowsEmptyFolders), standardInput);
        var manifests = ManifestReader.Read(files, options.Namespace, findings);
        var compiled = SetCompiler.Compile(manifests, options.Accounts, findings, options.SkipsTests);
        return new LintResult(files.Count, manifests, compiled, findings.ToList());
    }
}

/// <summary>What to read, and how.</summary>
/// <param name="Files">Files, folders, or <c>-</c>.</param>
/// <param name="Namespace">The namespace of manifests that name none.</param>
internal sealed record InputOptions(IReadOnlyList<string> Files, bool Recursive, string Namespace, AccountOptions Accounts)
{
    /// <summary>Whether routes are compiled as if they had no tests, so that one whose tests fail is still there to be looked at.</summary>
    public bool SkipsTests { get; init; }

    /// <summary>Whether a folder without manifests is nothing to complain of, as when its last file was deleted.</summary>
    public bool AllowsEmptyFolders { get; init; }
}
