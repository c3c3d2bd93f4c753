using DirectRoute.Cli.CommandLine;

var host = CommandHost.OfProcess();
try
{
    var code = DirectCommand.Run(args, host);
    host.Out.Flush();
    host.Error.Flush();
    return code;
}
catch (IOException)
{
    // Whoever read the output has stopped, as `direct lint ... | head` does.
    return ExitCodes.Failed;
}
