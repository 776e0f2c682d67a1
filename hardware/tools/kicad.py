#!/usr/bin/python3
"""KiCad's part, through its Python module and without a display: fill, DRC, fabrication files.

    kicad.py BOARD.kicad_pcb FABRICATION_FOLDER REPORT
"""
import re
import sys
from pathlib import Path

import pcbnew


def fill(path):
    board = pcbnew.LoadBoard(str(path))
    pcbnew.ZONE_FILLER(board).Fill(board.Zones())
    pcbnew.SaveBoard(str(path), board)
    return pcbnew.LoadBoard(str(path))


def plot(board, folder):
    control = pcbnew.PLOT_CONTROLLER(board)
    options = control.GetPlotOptions()
    options.SetOutputDirectory(str(folder))
    options.SetPlotFrameRef(False)
    options.SetUseGerberProtelExtensions(False)
    options.SetCreateGerberJobFile(False)
    options.SetUseGerberX2format(True)
    options.SetSubtractMaskFromSilk(True)
    options.SetUseAuxOrigin(False)
    copper = [(pcbnew.F_Cu, "F_Cu"), (pcbnew.B_Cu, "B_Cu")]
    if board.GetCopperLayerCount() == 4:
        copper[1:1] = [(pcbnew.In1_Cu, "In1_Cu"), (pcbnew.In2_Cu, "In2_Cu")]
    other = [
        (pcbnew.F_Mask, "F_Mask"), (pcbnew.B_Mask, "B_Mask"), (pcbnew.F_Paste, "F_Paste"),
        (pcbnew.F_SilkS, "F_Silk"), (pcbnew.B_SilkS, "B_Silk"), (pcbnew.Edge_Cuts, "Edge_Cuts"),
        (pcbnew.F_Fab, "F_Fab"), (pcbnew.B_Fab, "B_Fab")]
    for layer, name in copper + other:
        control.SetLayer(layer)
        control.OpenPlotfile(name, pcbnew.PLOT_FORMAT_GERBER, name)
        control.PlotLayer()
        control.ClosePlot()
    drill = pcbnew.EXCELLON_WRITER(board)
    drill.SetOptions(False, False, pcbnew.wxPoint(0, 0), True)
    drill.SetFormat(True)
    drill.CreateDrillandMapFilesSet(str(folder), True, False)


def settle(folder, mark):
    """Times and the tool's build leave the files; the mark comes in."""
    for file in sorted(Path(folder).iterdir()):
        text = file.read_text()
        text = re.sub(r"(%TF\.CreationDate,)[^*]*(\*%)", r"\g<1>2000-01-01T00:00:00+00:00\2", text)
        text = re.sub(r"(G04 Created by KiCad .*?) date [^*]*\*", r"\1*", text)
        text = re.sub(r"(; DRILL file \{[^}]*\}) date .*", r"\1", text)
        text = re.sub(r"(; #@! TF\.CreationDate,).*", r"\g<1>2000-01-01T00:00:00+00:00", text)
        if file.suffix == ".gbr":
            text = text.replace("*%\n", f"*%\nG04 {mark}*\n", 1)
        elif file.suffix == ".drl":
            text = text.replace("M48\n", f"M48\n; {mark}\n", 1)
        file.write_text(text)


def main():
    path, folder, report = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    board = fill(path)
    pcbnew.WriteDRCReport(board, str(report), pcbnew.EDA_UNITS_MILLIMETRES, True)
    folder.mkdir(parents=True, exist_ok=True)
    plot(board, folder)
    settle(folder, board.GetTitleBlock().GetComment(0))


main()
